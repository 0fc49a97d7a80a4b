import { type AnswerFrom, given } from '../../src/lib/claims/answer.js';

export const answer: AnswerFrom = (claim) => ({
  says: 'Features of a Koopman model should keep information in time, and an entropy that prevents their collapse; then forecasts beat existing learners.',
  found: {
    text: `The entropy keeps features from collapsing. On a vortex street forecasts are worse than a plain autoencoder’s; better ones on Lorenz’s system: ${claim('better-forecasts-lorenz').verdict}.`,
    holds: {
      ...given(claim, { 'entropy-keeps-modes': 'reproduced', 'better-forecasts-street': 'not reproduced' }),
      'worse on the street': claim('better-forecasts-street').low! > 1,
    },
    claims: ['entropy-keeps-modes', 'better-forecasts-street', 'better-forecasts-lorenz'],
  },
  because: {
    text: 'The entropy gives every mode some variance, as in closed form; but coherence alone, which it is to balance, narrowed nothing here.',
    holds: {
      ...given(claim, { 'entropy-fills-all-modes': 'reproduced', 'mi-alone-collapses': 'not reproduced' }),
      'coherence narrowed nothing': claim('mi-alone-collapses').low! > 0,
    },
  },
});
