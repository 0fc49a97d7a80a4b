import { extent, max } from 'd3-array';
import { type AnswerFrom, given } from '../../src/lib/claims/answer.js';
import { conditionsOf } from '../../src/lib/claims/claim-columns.js';
import { count, percent } from '../../src/lib/text/number.js';

export const answer: AnswerFrom = (claim) => {
  const more = extent(conditionsOf(claim('mcg-greedy-beats-uniform')), ({ value }) => value) as [
    number,
    number,
  ];
  const apart = max(conditionsOf(claim('mcg-equal-bits')), ({ value }) => Math.abs(value!))!;
  return {
    says: 'Passing information through few bits into an output whose distribution is prescribed splits into two steps, code and coupling; a greedy code loses provably little.',
    found: {
      text: `The split into two steps and the bound on the greedy code’s loss held in every instance. In our game, of 100 messages ${more.map((share) => count(100 * share)).join(' to ')} more were guessed right with greedy codes than with quantisers.`,
      holds: given(claim, {
        'mcb-decomposition': 'reproduced',
        'ebim-gap-bound': 'reproduced',
        'mcg-greedy-beats-uniform': 'reproduced',
      }),
      claims: ['mcb-decomposition', 'ebim-gap-bound', 'mcg-greedy-beats-uniform'],
    },
    differs: { 'stand-in': 'a grid game of our own, since the paper’s could not be read' },
    because: {
      text: `Greedy codes give most words to single messages and lump the rest, so whole messages are guessed; counted in bits, both codes deliver the same, within ${percent(apart, 1)}.`,
      holds: given(claim, { 'mcg-equal-bits': 'reproduced' }),
    },
  };
};
