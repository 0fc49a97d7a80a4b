import { type AnswerFrom, given } from '../../src/lib/claims/answer.js';

export const answer: AnswerFrom = (claim) => ({
  says: 'Agents can be ranked by α-Rank from noisy games, with guarantees; an adaptive algorithm, ResponseGraphUCB, needs fewer games than even sampling.',
  found: {
    text: `On random games with clear gaps ResponseGraphUCB needed fewer games; right nine times in ten: ${claim('adaptive-correct').verdict}. Soccer agents stayed undecided, which was not to happen.`,
    holds: given(claim, { 'adaptive-cheaper': 'reproduced', 'soccer-decides': 'not reproduced' }),
    claims: ['adaptive-cheaper', 'adaptive-correct', 'soccer-decides'],
  },
  because: {
    text: 'It plays only where a comparison is undecided; between soccer agents most gaps are small, and relaxed intervals pay with wrong arrows.',
    holds: given(claim, { 'soccer-decides': 'not reproduced', 'relaxed-more-errors': 'reproduced' }),
  },
});
