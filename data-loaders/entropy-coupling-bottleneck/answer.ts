import { extent, max, mean, rollup } from 'd3-array';
import { type AnswerFrom, given } from '../../src/lib/claims/answer.js';
import { conditionsOf } from '../../src/lib/claims/claim-columns.js';
import { count, percent } from '../../src/lib/text/number.js';

export const answer: AnswerFrom = (claim) => {
  // As its figure shows them: at each ratio, in the mean over temperatures.
  const more = extent(
    rollup(
      conditionsOf(claim('mcg-greedy-beats-uniform')),
      (cells) => mean(cells, ({ value }) => value)!,
      ({ label }) => label.split(',')[0],
    ).values(),
  ) as [number, number];
  const apart = max(conditionsOf(claim('mcg-equal-bits')), ({ value }) => Math.abs(value!))!;
  return {
    says: 'Passing information through few bits into an output of prescribed distribution splits into two steps, code and coupling; a greedy code loses provably little.',
    found: {
      text: `Both held in every instance: the split into two steps, and the bound on the greedy code’s loss. In our game, ${more.map((share) => count(100 * share)).join(' to ')} more of 100 messages were guessed right with greedy codes than with quantisers of equal bins.`,
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
