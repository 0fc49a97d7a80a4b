import { sum } from 'd3-array';
import { type AnswerFrom, given } from '../../src/lib/claims/answer.js';
import { conditionsOf } from '../../src/lib/claims/claim-columns.js';
import { percent } from '../../src/lib/text/number.js';
import { studyIds } from '../../src/papers/condition-number/tables.js';

export const answer: AnswerFrom = (claim) => {
  const cause = claim('kappa-is-the-cause');
  // How much less the lowest forget than all, and than random ones: in the study that the page opens on, and in all.
  const kept = (isOf: (study: string) => boolean) => {
    const [belowAll, belowRandom] = ['less-than-full-tuning', 'less-than-random'].map((id) =>
      sum(
        conditionsOf(claim(id)).filter(({ label }) => isOf(label)),
        ({ value }) => value,
      ),
    );
    return 1 - belowRandom / belowAll;
  };
  const [inFirst, inAll] = [kept((study) => study === studyIds[0]), kept(() => true)];
  const amongAll = conditionsOf(cause).filter(({ label }) => label.endsWith(', all tensors'));
  return {
    says: 'Matrices of low condition number have room for something new: a model that tunes only these adapts to a task and forgets less.',
    found: {
      text: 'Tuning the three matrices of lowest condition number forgot less than tuning all twelve, and less than adapters. But the number is not the cause: three matrices of the highest forgot no more.',
      holds: {
        ...given(claim, {
          'less-than-full-tuning': 'reproduced',
          'less-than-adapters': 'reproduced',
          'kappa-is-the-cause': 'not reproduced',
        }),
        'three of the highest forgot no more in any study': amongAll.every(({ value }) => value! <= 0),
      },
      claims: ['less-than-full-tuning', 'less-than-adapters', 'kappa-is-the-cause'],
    },
    differs: { 'stand-in': 'small networks on Markov chains in place of language models on text' },
    because: {
      text: `What spares memory is above all that few matrices are tuned: three at random spared ${percent(inFirst)} of what the three lowest spare in the study below, and ${percent(inAll)} over all of ours.`,
      holds: { 'more than half is kept by three at random': Math.min(inFirst, inAll) > 0.5 },
    },
  };
};
