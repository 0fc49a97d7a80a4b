import { type AnswerFrom, given } from '../../src/lib/claims/answer.js';
import { significant } from '../../src/lib/text/number.js';

export const answer: AnswerFrom = (claim) => {
  const codes = claim('codes-track-true-mi');
  return {
    says: 'Squeezed to four numbers each, image and layer can be measured; networks then show several stretches of fitting and compression.',
    found: {
      text: `From an autoencoder’s codes the estimator errs by ${significant(codes.measured!, 2)} nats; tracking the truth: ${codes.verdict}. Several phases of training: ${claim('several-phases').verdict}.`,
      holds: {},
      claims: ['codes-track-true-mi', 'several-phases'],
    },
    because: {
      text: 'Given the true parameters the estimator follows the truth; codes lose little, yet at large information their estimates fall below it.',
      holds: given(claim, {
        'tracks-true-mi': 'reproduced',
        'codes-match-parameters': 'reproduced',
        'high-mi-saturates': 'reproduced',
      }),
    },
  };
};
