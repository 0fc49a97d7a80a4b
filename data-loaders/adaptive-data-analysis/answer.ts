import { type AnswerFrom, given } from '../../src/lib/claims/answer.js';

export const answer: AnswerFrom = (claim) => ({
  says: 'A sample answers exponentially many questions, each chosen after earlier answers, if answers are perturbed and coordinated; plain averages answer only linearly many.',
  found: {
    text: `Plain averages failed at as many questions as points. Coordinated answers held up to ten times as many; exponentially many: ${claim('pmw-rate').verdict}, our attack succeeds.`,
    holds: given(claim, {
      'empirical-linear-blowup': 'reproduced',
      'pmw-ten-times-n': 'reproduced',
      'pmw-rate': 'not reproduced',
    }),
    claims: ['empirical-linear-blowup', 'pmw-ten-times-n', 'pmw-rate'],
  },
  because: {
    text: 'The error of plain averages follows a formula in questions per point; against coordinated answers our attack knows more than an analyst can.',
    holds: given(claim, { 'empirical-closed-form': 'reproduced' }),
  },
});
