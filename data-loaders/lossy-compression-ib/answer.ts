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
    says: 'Information between an image and a layer can be measured once both are squeezed to four numbers; training shows several phases of fitting and compression.',
    found: {
      text: `Measured so, known information is right to ${decimals(rectangles.value!, 2)} nats for rectangles. For blobs it stays open (${decimals(blobs.value!, 2)} nats, 95 %: ${decimals(blobs.low!, 2)} to ${decimals(blobs.high!, 2)}), and so does, with ${countInWords(phases.repetitions)} networks, whether training has several phases.`,
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
      text: 'Of {{known-seeds}} autoencoders {{bad-autoencoders}} learnt blobs badly and is {{bad-error}} nats off, the others {{good-error}} at most. The dip that phases would begin with is {{dip}} nat here ({{dip-from}} to {{dip-to}}); networks differ by {{networks-scatter}}.',
      holds: { 'the dip may be none': dip.low! < 0 },
    },
  };
};
