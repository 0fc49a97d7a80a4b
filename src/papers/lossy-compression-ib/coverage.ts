import type { Coverage } from '../../lib/claims/coverage.js';

/** What the abstract claims, sentence by sentence. */
export const coverage: Coverage = [
  {
    sentence: 1,
    says: 'The information bottleneck is a frame for how deep networks are trained.',
    reason: 'background',
  },
  { sentence: 2, says: 'It follows what layers know of input and target.', reason: 'background' },
  {
    sentence: 3,
    says: 'Others suppose two phases: fitting, then compression.',
    reason: 'another paper’s hypothesis',
  },
  { sentence: 4, says: 'Compression is believed to be why networks generalise.', reason: 'others’ belief' },
  {
    sentence: 5,
    says: 'High dimension has kept the hypothesis to tiny or special networks.',
    reason: 'motivation',
  },
  {
    sentence: 6,
    says: 'A framework analyses networks of any kind.',
    reason: 'what the paper offers; one network is analysed here, under sentence 11',
  },
  {
    sentence: 7,
    says: 'Noisy networks and a step of compression overcome high dimension.',
    claims: ['codes-match-parameters', 'autoencoder-beats-pca'],
  },
  {
    sentence: 8,
    says: 'Information is estimated between compressed representations.',
    claims: ['codes-match-parameters', 'estimates-obey-data-processing'],
  },
  {
    sentence: 9,
    says: 'Theory justifies the method.',
    claims: ['mi-invariant-to-smooth-maps', 'mi-invariant-to-invertible-maps'],
  },
  {
    sentence: 9,
    says: 'Practice justifies the method.',
    claims: ['codes-track-true-mi', 'weights-remove-bias'],
  },
  {
    sentence: 10,
    says: 'Where the information is known, the estimator is accurate.',
    claims: ['codes-track-true-mi', 'tracks-true-mi', 'high-mi-saturates'],
  },
  { sentence: 10, says: 'It is compared with MINE.', claims: ['better-than-neural-estimate'] },
  {
    sentence: 11,
    says: 'In a convolutional network of nearly real size, the dynamics show new features.',
    claims: ['several-phases', 'label-information-grows'],
  },
];
