import type { Coverage } from '../../lib/claims/coverage.js';

export const coverage: Coverage = [
  {
    sentence: 1,
    says: 'Sensory systems adapt to changing statistics of their input.',
    reason: 'Background.',
  },
  {
    sentence: 2,
    says: 'Single neurons change their gains so as to pass on as much information as they can.',
    reason: 'Background: earlier work.',
  },
  {
    sentence: 3,
    says: 'Experiments show more: maxima and minima of responses change, tuning is repelled from the adapter, responses are decorrelated.',
    reason: 'What was measured before; that gains bring it about is sentence 5.',
  },
  {
    sentence: 4,
    says: 'Explanations by changes of synapses are unlikely to work as fast, or as reversibly, as gains.',
    reason: 'It motivates; nothing in the paper’s model is a time.',
  },
  {
    sentence: 5,
    says: 'Changes of gain in single neurons of a recurrent network suffice for the entire set of observed effects.',
    claims: ['all-effects-at-once', 'maxima-minima', 'repulsion', 'decorrelation'],
  },
  {
    sentence: 5,
    says: 'This is shown on published recordings of V1.',
    claims: ['fits-recordings'],
  },
  {
    sentence: 6,
    says: 'Gains follow a new objective: a faithful representation at little activity.',
    reason: 'It defines the objective; what follows from it is sentence 7.',
  },
  {
    sentence: 7,
    says: 'The best gains are derived analytically.',
    claims: ['analytic-gains', 'closed-form-optimum'],
  },
  {
    sentence: 7,
    says: 'They optimise the trade-off between information about the stimulus and metabolic cost.',
    claims: ['analytic-gains', 'trade-off', 'better-than-common-gain'],
  },
  {
    sentence: 8,
    says: 'The model extends gain control from single neurons to recurrent populations.',
    reason: 'What the model is; that recurrence matters is a control beyond the paper.',
  },
  {
    sentence: 8,
    says: 'It explains the experiments parsimoniously.',
    claims: ['fits-recordings'],
  },
];
