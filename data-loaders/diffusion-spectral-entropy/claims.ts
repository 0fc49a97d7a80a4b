import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import { tables } from '../../src/papers/diffusion-spectral-entropy/tables.js';
import { imageClaims } from './claims-images.js';
import { networkClaims } from './claims-networks.js';
import { syntheticClaims } from './claims-synthetic.js';

const claim = claimsOn(tables);

/** All claims of the paper, in the order of its sections. */
export const claims = [
  ...syntheticClaims,
  ...networkClaims,
  ...imageClaims,
  claim({
    id: 'natural-images',
    statement:
      'In ResNets, vision transformers and other networks on CIFAR-10 and STL-10, DSE and DSMI with the labels behave as on MNIST, while DSMI with the input peaks and then falls.',
    kind: 'qualitative',
    reported: { value: 'in all but a few runs', where: 'abstract; main figures' },
    untested:
      'only large networks trained on natural images decide it; the experiments here stop at handwritten digits',
  }),
  claim({
    id: 'imagenet-models',
    statement:
      'Over 962 networks trained on ImageNet, DSMI with labels and with inputs correlates with accuracy.',
    kind: 'quantitative',
    reported: { value: 'positive, coefficient not read', where: 'ImageNet figure' },
    untested:
      'ImageNet and 962 trained networks are out of reach here; 24 small networks stand in for the idea above',
  }),
];
