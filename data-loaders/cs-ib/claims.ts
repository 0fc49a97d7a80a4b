import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import { tables } from '../../src/papers/cs-ib/tables.js';
import { exactClaims } from './claims-exact.js';
import { regressionClaims } from './claims-regression.js';
import { robustnessClaims } from './claims-robustness.js';

const claim = claimsOn(tables);

/** All claims of the paper, in the order of its sections. */
export const claims = [
  ...regressionClaims,
  ...robustnessClaims,
  ...exactClaims,
  claim({
    id: 'image-tasks',
    statement: 'CS-IB also has the lowest error on the two image tasks, rotated MNIST and UTKFace ages.',
    kind: 'qualitative',
    reported: { value: 'CS-IB lowest', where: 'abstract (six tasks); which two are images', recalled: true },
    untested: 'the experiments here cover the four tabular data sets, not the image tasks',
  }),
  claim({
    id: 'conditional-information-tracks-gap',
    statement: 'The conditional form of the CS information correlates with the generalisation gap, too.',
    kind: 'qualitative',
    reported: { value: 'correlates well', where: "authors' slides, generalisation figure" },
    untested:
      'its estimator is described in none of the sources that could be read, and guessing one would test a guess',
  }),
];
