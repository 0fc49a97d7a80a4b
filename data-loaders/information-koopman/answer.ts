import { type AnswerFrom, given } from '../../src/lib/claims/answer.js';
import { conditionsOf } from '../../src/lib/claims/claim-columns.js';
import { significant } from '../../src/lib/text/number.js';

export const answer: AnswerFrom = (claim) => {
  const street = claim('better-forecasts-street');
  const after20 = conditionsOf(street).find(({ label }) => label === '20 steps')!;
  return {
    says: 'Features of a Koopman model should keep information in time, and an entropy that prevents their collapse; then forecasts beat existing learners.',
    found: {
      text: `The entropy keeps features from collapsing. A vortex street is forecast worse, ${significant(after20.value!, 2)} times a plain autoencoder’s error at 20 steps; better on Lorenz’s: ${claim('better-forecasts-lorenz').verdict}.`,
      holds: {
        ...given(claim, { 'entropy-keeps-modes': 'reproduced', 'better-forecasts-street': 'not reproduced' }),
        'worse on the street at 20 steps': after20.low! > 1,
      },
      claims: ['entropy-keeps-modes', 'better-forecasts-street', 'better-forecasts-lorenz'],
    },
    because: {
      text: 'The entropy does both. Alone it spreads the street’s features over {{entropy-directions}} directions, not {{plain-directions}}, and errs {{entropy-errs}} times as much; with coherence alone, {{coherence-errs}}.',
      holds: {},
    },
  };
};
