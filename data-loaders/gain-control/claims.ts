import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { tables } from '../../src/papers/gain-control/tables.js';
import { checkClaims } from './claims-checks.js';
import { closedFormClaims } from './claims-closed-form.js';
import { networkClaims } from './claims-networks.js';

export { coverage } from '../../src/papers/gain-control/coverage.js';

const claim = claimsOn(tables);

/** All claims of the paper, then those of our own checks. */
export const claims = [
  ...networkClaims,
  ...closedFormClaims,
  claim({
    id: 'fits-recordings',
    statement:
      'With recurrent weights fitted to recordings of visual cortex, gains alone account for the measured changes of tuning and covariance.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 5' },
    reported: 'the entire set of observed effects is captured, on published recordings',
    untested:
      'no public copy of the recordings is known to us, and the networks here have weights that we chose; it would take the recordings of a uniform and a biased ensemble of orientations, and the paper’s equations',
  }),
  ...checkClaims,
];
