import { type AnswerFrom, given } from '../../src/lib/claims/answer.js';
import { conditionsOf } from '../../src/lib/claims/claim-columns.js';
import { significant } from '../../src/lib/text/number.js';

export const answer: AnswerFrom = (claim) => {
  const street = claim('better-forecasts-street');
  const after20 = conditionsOf(street).find(({ label }) => label === '20 steps')!;
  return {
    says: 'A Koopman model whose features are trained to predict their own future, and by an entropy not to collapse, forecasts better than existing learners.',
    found: {
      text: `The entropy keeps features from collapsing. But a vortex street is forecast worse: 20 steps ahead with ${significant(after20.value!, 2)} times the error of a plain autoencoder. Whether Lorenz’s system is forecast better stays open.`,
      holds: {
        ...given(claim, {
          'entropy-keeps-modes': 'reproduced',
          'better-forecasts-street': 'not reproduced',
          'better-forecasts-lorenz': 'inconclusive',
        }),
        'worse on the street at 20 steps': after20.low! > 1,
      },
      claims: ['entropy-keeps-modes', 'better-forecasts-street', 'better-forecasts-lorenz'],
    },
    differs: {
      'stand-in': 'systems as a few numbers and a small network in place of images and a convolutional one',
    },
    because: {
      text: 'The entropy does both: with it alone the street’s features use {{entropy-directions}} directions instead of {{plain-directions}}, and forecasts err {{entropy-errs}} times as much; with the other term, coherence, alone {{coherence-errs}} times.',
      holds: {},
    },
  };
};
