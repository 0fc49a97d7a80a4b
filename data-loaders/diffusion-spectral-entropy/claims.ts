import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { tables } from '../../src/papers/diffusion-spectral-entropy/tables.js';
import { corruptionClaims } from './claims-corruption.js';
import { entropyClaims } from './claims-entropy.js';
import { imageClaims } from './claims-images.js';
import { modelClaims } from './claims-models.js';
import { trainingClaims } from './claims-training.js';

export { coverage } from '../../src/papers/diffusion-spectral-entropy/coverage.js';

const claim = claimsOn(tables);

/** All claims of the paper, in the order of its sections. */
export const claims = [
  ...entropyClaims,
  ...corruptionClaims,
  ...trainingClaims,
  ...imageClaims,
  claim({
    id: 'natural-images',
    statement:
      'In ResNets, vision transformers and other networks on CIFAR-10 and STL-10, DSE rises during training, and DSMI with the labels rises in generalising and not in overfitting.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 7' },
    reported: 'as on MNIST; in most runs, by the project’s page',
    untested:
      'the experiments here stop at handwritten digits. It would take a convolutional network on 10,000 images of CIFAR-10, for twenty epochs in three regimes and five seeds: some hours on two cores',
  }),
  claim({
    id: 'natural-images-with-input',
    statement: 'In the same networks, DSMI with the input falls on CIFAR-10 and STL-10.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 7' },
    reported: 'decreases on CIFAR-10 and STL-10; by the project’s page it first peaks',
    untested: 'it would take the same networks on natural images',
  }),
  ...modelClaims,
  claim({
    id: 'imagenet-models',
    statement: 'Over 962 networks trained on ImageNet, DSMI predicts accuracy.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 8' },
    reported: 'predicts accuracy; the coefficient was not read',
    untested:
      'ImageNet and 962 trained networks are out of reach here. A hundred small networks on CIFAR-10, a night on two cores, would come nearer than the synthetic task above',
  }),
];
