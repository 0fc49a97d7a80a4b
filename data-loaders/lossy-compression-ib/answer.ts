import { type AnswerFrom, given } from '../../src/lib/claims/answer.js';
import { conditionsOf } from '../../src/lib/claims/claim-columns.js';
import { countInWords, decimals } from '../../src/lib/text/number.js';

export const answer: AnswerFrom = (claim) => {
  const codes = claim('codes-track-true-mi');
  const phases = claim('several-phases');
  const blobs = conditionsOf(codes).find(({ label }) => label === 'blobs, error')!;
  return {
    says: 'Squeezed to four numbers each, image and layer can be measured; networks then show several stretches of fitting and compression.',
    found: {
      text: `Squeezed by an autoencoder, pictures of blobs with known information are misread by ${decimals(blobs.value!, 2)} nats, where ${decimals(blobs.bound, 2)} would do. Whether training has several phases stays open with ${countInWords(phases.repetitions)} networks.`,
      holds: {
        ...given(claim, { 'codes-track-true-mi': 'not reproduced', 'several-phases': 'inconclusive' }),
        'the error exceeds what is allowed': blobs.low! > blobs.bound,
      },
      claims: ['codes-track-true-mi', 'several-phases'],
    },
    because: {
      text: 'The estimator is biased on an autoencoder’s codes: of unrelated blobs, which have no information to lose, it says {{codes-of-nothing}} nats, against {{parameters-of-nothing}} from their true parameters.',
      holds: given(claim, { 'tracks-true-mi': 'reproduced' }),
    },
  };
};
