import { type AnswerFrom, given } from '../../src/lib/claims/answer.js';

export const answer: AnswerFrom = (claim) => ({
  says: 'A bottleneck that measures prediction and compression by the Cauchy–Schwarz divergence errs less on six data sets and is more robust.',
  found: {
    text: `Lower errors on four data sets: ${claim('regression-rmse').verdict}; under attack: ${claim('robust-prediction-term').verdict}. The prediction term as printed goes below zero, which no divergence does.`,
    holds: given(claim, { 'prediction-term-nonnegative': 'not reproduced' }),
    claims: ['prediction-term-nonnegative', 'regression-rmse', 'robust-prediction-term'],
  },
  because: {
    text: 'The printed weights are not symmetric, so that minimising the term drives predictions away from targets; the released code minimises squared errors instead.',
    holds: given(claim, {
      'prediction-term-finds-targets': 'not reproduced',
      'released-loss-is-conditional-divergence': 'not reproduced',
    }),
  },
});
