import type { Claim } from '../../src/lib/experiment/claim.js';
import { exactClaims } from './claims-exact.js';
import { regressionClaims } from './claims-regression.js';
import { robustnessClaims } from './claims-robustness.js';

/** All claims of the paper, in the order of its sections. */
export const claims: readonly Claim[] = [
  ...regressionClaims,
  ...robustnessClaims,
  ...exactClaims,
  {
    id: 'image-tasks',
    statement: 'CS-IB also has the lowest error on the two image tasks, rotated MNIST and UTKFace ages.',
    kind: 'qualitative',
    reported: { value: 'CS-IB lowest', where: 'abstract (six tasks); which two are images', recalled: true },
    untested: 'the experiments here cover the four tabular data sets, not the image tasks',
  },
  {
    id: 'conditional-information-tracks-gap',
    statement: 'The conditional form of the CS information correlates with the generalisation gap, too.',
    kind: 'qualitative',
    reported: { value: 'correlates well', where: "authors' slides, generalisation figure" },
    untested:
      'its estimator is described in none of the sources that could be read, and guessing one would test a guess',
  },
];
