import { max } from 'd3-array';
import { type AnswerFrom, given } from '../../src/lib/claims/answer.js';
import { conditionsOf } from '../../src/lib/claims/claim-columns.js';
import { count, decimals } from '../../src/lib/text/number.js';
import { definition as coordination } from './coordination.js';

export const answer: AnswerFrom = (claim) => {
  // Ten questions a point, under one attack on one sample.
  const [plain, coordinated] = ['empirical-fails-where-pmw-holds', 'pmw-ten-times-n'].map(
    (id) => conditionsOf(claim(id)).find(({ label }) => label === 'm = 5,000')!.value!,
  );
  const off = max(conditionsOf(claim('empirical-closed-form')), ({ low, high }) =>
    Math.max(Math.abs(low!), Math.abs(high!)),
  )!;
  const faster = claim('pmw-rate').measured!;
  return {
    says: 'A sample answers exponentially many questions, each chosen after earlier answers, if answers are perturbed and coordinated; plain averages answer only linearly many.',
    found: {
      text: `At ten questions per data point our attack put plain averages off by ${decimals(plain, 2)}, coordinated answers by ${decimals(coordinated, 2)}, where 1 is the most. Coordinated answers fail in the end as well, here against an attack that knows the truth: faster than promised.`,
      holds: given(claim, {
        'empirical-fails-where-pmw-holds': 'reproduced',
        'pmw-ten-times-n': 'reproduced',
        'pmw-rate': 'not reproduced',
      }),
      claims: ['empirical-fails-where-pmw-holds', 'pmw-ten-times-n', 'pmw-rate'],
    },
    differs: {
      'stand-in': `one attack on ${count(coordination.profiles.full!.points)} points, where the paper proves theorems for any data`,
    },
    because: {
      text: `Plain averages carry the sample’s noise, by a formula that gives their error within ${decimals(off, 2)}. Coordinated answers leak little each, and it adds up: after a thousand questions, ten times as many add ${decimals(faster, 2)} more to their error than before.`,
      holds: given(claim, { 'empirical-closed-form': 'reproduced' }),
    },
  };
};
