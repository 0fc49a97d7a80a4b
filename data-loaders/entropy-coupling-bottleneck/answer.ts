import { type AnswerFrom, given } from '../../src/lib/claims/answer.js';

export const answer: AnswerFrom = (claim) => ({
  says: 'Coupling input and output through a code of limited rate splits into two steps, code and coupling; a greedy code’s loss is bounded.',
  found: {
    text: 'Both bounds held in every instance computed. In a game of ours, messages compressed greedily were understood more often than quantised ones.',
    holds: given(claim, {
      'mcb-decomposition': 'reproduced',
      'ebim-gap-bound': 'reproduced',
      'mcg-greedy-beats-uniform': 'reproduced',
    }),
    claims: ['mcb-decomposition', 'ebim-gap-bound', 'mcg-greedy-beats-uniform'],
  },
  because: {
    text: 'The greedy code gives most words to single messages, so whole messages are guessed more often; counted in bits, both codes tell the same.',
    holds: given(claim, { 'mcg-equal-bits': 'reproduced' }),
  },
});
