import type { Claim } from '../../src/lib/experiment/claim.js';
import { networkClaims } from './claims-networks.js';
import { syntheticClaims } from './claims-synthetic.js';

/** All claims of the paper, in the order of its sections. */
export const claims: readonly Claim[] = [
  ...syntheticClaims,
  ...networkClaims,
  {
    id: 'image-networks',
    statement:
      'In ResNets, vision transformers and other image networks on MNIST, CIFAR-10 and STL-10, DSE and DSMI with the labels behave as above, with contrastive training too.',
    kind: 'qualitative',
    reported: { value: 'in all but a few runs', where: 'main figures' },
    untested:
      'only training image networks decides it; the experiments here train small networks on a synthetic task',
  },
  {
    id: 'dsmi-with-input',
    statement:
      'DSMI of the layer and the input rises on MNIST, and peaks and then falls on CIFAR-10 and STL-10.',
    kind: 'qualitative',
    reported: { value: 'up on MNIST, a peak on CIFAR-10 and STL-10', where: 'abstract; main figures' },
    figure: 'training',
    untested:
      'it is a statement on three image data sets; on the synthetic task the figure shows what happens there',
  },
  {
    id: 'imagenet-models',
    statement:
      'Over 962 networks trained on ImageNet, DSMI with labels and with inputs correlates with accuracy.',
    kind: 'quantitative',
    reported: { value: 'positive, coefficient not read', where: 'ImageNet figure' },
    untested:
      'ImageNet and 962 trained networks are out of reach here; 24 small networks stand in for the idea above',
  },
];
