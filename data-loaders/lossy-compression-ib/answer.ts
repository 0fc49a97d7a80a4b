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
      text: `From an autoencoder’s codes of blobs the estimator errs by ${decimals(blobs.value!, 2)} nats, with ${decimals(blobs.bound, 2)} allowed: ${codes.verdict}. Several phases of training: ${phases.verdict}.`,
      holds: { 'the error exceeds what is allowed': blobs.low! > blobs.bound },
      claims: ['codes-track-true-mi', 'several-phases'],
    },
    because: {
      text: `The estimator is biased on codes: of unrelated blobs, with nothing to lose, it says {{codes-of-nothing}} nats (from parameters {{parameters-of-nothing}}). ${capital(countInWords(phases.repetitions))} networks are too few.`,
      holds: { ...given(claim, { 'tracks-true-mi': 'reproduced' }), 'few networks': phases.repetitions < 5 },
    },
  };
};

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
