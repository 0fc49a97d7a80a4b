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
      text: `On random games ResponseGraphUCB needed at most ${percent(games.value!)} of the games of even sampling, on average; whether it ranks rightly nine times in ten stays open. Between soccer agents it had left ${percent(open.value!, 1)} or more of the comparisons undecided when it was stopped.`,
      holds: given(claim, {
        'adaptive-cheaper': 'reproduced',
        'adaptive-correct': 'inconclusive',
        'soccer-decides': 'not reproduced',
      }),
      claims: ['adaptive-cheaper', 'adaptive-correct', 'soccer-decides'],
    },
    differs: {
      reduced: 'two-player random games and ten soccer agents; three-player Kuhn poker is left out',
    },
    because: {
      text: 'It plays only undecided comparisons. Of those between soccer agents {{small-gaps}} have payoffs less than {{small-gap}} apart, and the games that this takes grow with the inverse square.',
      holds: {},
    },
  };
};
