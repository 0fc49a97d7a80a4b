import { max } from 'd3-array';
import { type AnswerFrom, given } from '../../src/lib/claims/answer.js';
import { conditionsOf } from '../../src/lib/claims/claim-columns.js';
import { countInWords, decimals } from '../../src/lib/text/number.js';
import { definition as network } from './network.js';

const { checkpoints, batch, trainImages } = network.profiles.full!;

export const answer: AnswerFrom = (claim) => {
  const codes = claim('codes-track-true-mi');
  const phases = claim('several-phases');
  const [blobs, rectangles] = ['blobs, error', 'rectangles, error'].map((label) =>
    conditionsOf(codes).find((one) => one.label === label)!,
  );
  const dip = conditionsOf(phases).find(({ label }) => label === 'dip while the loss falls')!;
  return {
    says: 'Squeezed to four numbers each, image and layer can be measured; networks then show several stretches of fitting and compression.',
    found: {
      text: `Squeezed by an autoencoder, known information is measured to ${decimals(rectangles.value!, 2)} nats for rectangles; for blobs it stays open (${decimals(blobs.value!, 2)} nats, 95 %: ${decimals(blobs.low!, 2)} to ${decimals(blobs.high!, 2)}), as it does with ${countInWords(phases.repetitions)} networks whether training has several phases.`,
      holds: {
        ...given(claim, { 'codes-track-true-mi': 'inconclusive', 'several-phases': 'inconclusive' }),
        'rectangles are read as asked': rectangles.verdict === 'reproduced',
      },
      claims: ['codes-track-true-mi', 'several-phases'],
    },
    differs: {
      reduced: `about ${countInWords(Math.round((max(checkpoints)! * batch) / trainImages))} of 300 epochs, and a dense autoencoder in place of a convolutional one`,
    },
    because: {
      text: 'Of {{known-seeds}} autoencoders {{bad-autoencoders}} learnt blobs badly and is {{bad-error}} nats off, the others at most {{good-error}}. Where the paper sees a dip, the output’s information falls by {{dip}} nat ({{dip-from}} to {{dip-to}}); between networks it varies by {{networks-scatter}}.',
      holds: { 'the dip may be none': dip.low! < 0 },
    },
  };
};
