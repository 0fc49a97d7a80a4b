import type { Coverage } from '../../lib/claims/coverage.js';

/** The abstract of the paper, sentence by sentence. */
export const coverage: Coverage = [
  {
    sentence: 1,
    says: 'Much has been done against spurious discoveries.',
    reason: 'tells what others do',
  },
  {
    sentence: 2,
    says: 'Theory takes hypotheses to be fixed before the data are gathered; in practice data are used again, adaptively.',
    reason: 'motivates the paper',
  },
  {
    sentence: 3,
    says: 'The paper begins a study of valid inference in adaptive data analysis.',
    reason: 'says what the paper is about',
  },
  {
    sentence: 4,
    says: 'The question is how to estimate expectations of m adaptively chosen functions from n samples.',
    reason: 'defines the question',
  },
  {
    sentence: 5,
    says: 'Exponentially many expectations, in n, can be estimated accurately although they are chosen adaptively.',
    claims: ['pmw-rate', 'query-rates'],
  },
  {
    sentence: 6,
    says: 'Empirical estimates are limited to linearly many; the improvement is exponential.',
    claims: ['empirical-linear-blowup', 'empirical-fails-where-pmw-holds'],
  },
  {
    sentence: 7,
    says: 'The technique perturbs and coordinates the estimates, by means that come from privacy.',
    claims: ['noise-reduces-adaptive-error', 'pmw-ten-times-n'],
  },
  {
    sentence: 8,
    says: 'The technique has further applications to the question.',
    claims: ['further-applications'],
  },
];
