import type { Coverage } from '../../lib/claims/coverage.js';

/** What the abstract claims, and where that is judged. */
export const coverage: Coverage = [
  {
    sentence: 2,
    says: 'In many noisy dimensions classic estimates approach a fixed entropy.',
    claims: ['cse-is-stuck'],
  },
  {
    sentence: 2,
    says: 'They are prohibitively hard to compute.',
    reason: 'It is about computing times, which no claim here judges.',
  },
  {
    sentence: 3,
    says: 'The geometry of data leads to estimates that are reliable.',
    reason: 'It states the approach; sentences 5 to 8 say what it comes to.',
  },
  {
    sentence: 4,
    says: 'Diffusion spectral entropy and mutual information are defined.',
    reason: 'It defines.',
  },
  {
    sentence: 5,
    says: 'They measure intrinsic dimension and the strength of a relationship, and resist noise.',
    claims: ['dse-tracks-dimension', 'dse-level-resists-noise', 'dsmi-tracks-corruption'],
  },
  {
    sentence: 5,
    says: 'They outperform classic Shannon entropy, nonparametric estimation and MINE.',
    claims: ['dsmi-beats-shannon', 'dsmi-beats-neighbours', 'dsmi-beats-mine'],
  },
  {
    sentence: 7,
    says: 'DSE of representations increases during training.',
    claims: ['dse-rises-in-training', 'digits-dse-rises', 'digits-dse-rises-memorising', 'natural-images'],
  },
  {
    sentence: 7,
    says: 'DSMI with the class label increases while learning generalises, and stagnates in overfitting.',
    claims: [
      'dsmi-rises-generalising',
      'dsmi-generalisation-only',
      'dsmi-stagnates-memorising',
      'digits-dsmi-rises',
      'digits-dsmi-generalisation',
      'digits-dsmi-stagnates-memorising',
      'natural-images',
    ],
  },
  {
    sentence: 7,
    says: 'DSMI with the input increases on MNIST.',
    claims: ['digits-dsmi-with-input'],
  },
  {
    sentence: 7,
    says: 'DSMI with the input decreases on CIFAR-10 and STL-10.',
    claims: ['natural-images-with-input'],
  },
  {
    sentence: 8,
    says: 'DSE can guide better initialisation.',
    claims: ['low-dse-initialisation'],
  },
  {
    sentence: 8,
    says: 'DSMI predicts accuracy across 962 ImageNet models.',
    claims: ['dsmi-predicts-accuracy', 'imagenet-models'],
  },
];
