import { greatest, least } from 'd3-array';
import { type AnswerFrom, given } from '../../src/lib/claims/answer.js';
import { conditionsOf } from '../../src/lib/claims/claim-columns.js';
import { percent } from '../../src/lib/text/number.js';

export const answer: AnswerFrom = (claim) => {
  const games = greatest(conditionsOf(claim('adaptive-cheaper')), ({ value }) => value!)!;
  const open = least(conditionsOf(claim('soccer-decides')), ({ value }) => value!)!;
  return {
    says: 'Agents can be ranked by α-Rank from noisy games, with guarantees; an adaptive algorithm, ResponseGraphUCB, needs fewer games than even sampling.',
    found: {
      text: `On random games ResponseGraphUCB took at most ${percent(games.value!)} of even sampling’s games on average; whether it is right nine times in ten stays open. Between soccer agents at least ${percent(open.value!, 1)} of comparisons stay undecided.`,
      holds: given(claim, {
        'adaptive-cheaper': 'reproduced',
        'adaptive-correct': 'inconclusive',
        'soccer-decides': 'not reproduced',
      }),
      claims: ['adaptive-cheaper', 'adaptive-correct', 'soccer-decides'],
    },
    because: {
      text: 'It plays only undecided comparisons. Of those between soccer agents {{small-gaps}} have gaps below {{small-gap}}, and games needed grow with the inverse square.',
      holds: {},
    },
  };
};
