import type { Coverage } from '../../lib/claims/coverage.js';

/** What the abstract claims, sentence by sentence. */
export const coverage: Coverage = [
  {
    sentence: 1,
    says: 'Information bottlenecks are used for better generalisation, robustness and explanations.',
    reason: 'background',
  },
  {
    sentence: 2,
    says: 'They look for the smallest sufficient representation, between a term of compression and one of prediction.',
    reason: 'a definition',
  },
  {
    sentence: 3,
    says: 'For regression, prediction mostly becomes the squared error under a Gaussian assumption, and compression a variational approximation.',
    reason: 'background: what the paper sets out from',
  },
  {
    sentence: 4,
    says: 'The Cauchy–Schwarz divergence gives a new way to parameterise the bottleneck for regression.',
    claims: ['prediction-term-nonnegative', 'prediction-term-finds-targets'],
  },
  {
    sentence: 5,
    says: 'That moves away from the squared error, and needs neither a variational bound nor an assumed law.',
    claims: ['released-loss-is-conditional-divergence'],
  },
  { sentence: 6, says: 'CS-IB generalises better.', claims: ['smaller-generalisation-gap', 'mi-tracks-gap'] },
  {
    sentence: 6,
    says: 'CS-IB comes with strong guarantees of adversarial robustness.',
    claims: ['robustness-guarantee', 'robust-prediction-term'],
  },
  {
    sentence: 7,
    says: 'It does better than other popular deep bottlenecks on six real regression tasks.',
    claims: ['regression-rmse', 'regression-without-compression', 'image-tasks'],
  },
  {
    sentence: 8,
    says: 'Its solutions always have the best trade-off between accuracy and compression in the information plane.',
    claims: ['information-plane'],
  },
  {
    sentence: 9,
    says: 'The code is public.',
    reason: 'not a claim; what it computes is audited under sentence 5',
  },
];
