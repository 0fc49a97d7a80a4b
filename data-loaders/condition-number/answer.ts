import { type AnswerFrom, given } from '../../src/lib/claims/answer.js';

export const answer: AnswerFrom = (claim) => ({
  says: 'Matrices of low condition number have room for something new: a model that tunes only these adapts to a task and forgets less.',
  found: {
    text: `Tuning such matrices forgot less than tuning all, and less than half of what low-rank adapters forgot; less than random ones: ${claim('less-than-random').verdict}.`,
    holds: given(claim, { 'less-than-full-tuning': 'reproduced', 'less-than-adapters': 'reproduced' }),
    claims: ['less-than-full-tuning', 'less-than-adapters', 'less-than-random'],
  },
  because: {
    text: 'Tuning few matrices is what seems to spare memory: as many of the highest condition number did not consistently forget more.',
    holds: given(claim, { 'kappa-is-the-cause': 'not reproduced' }),
  },
});
