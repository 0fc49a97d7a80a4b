import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import { tables } from '../../src/papers/gain-control/tables.js';
import { checkClaims } from './claims-checks.js';
import { effectClaims } from './claims-effects.js';
import { populationClaims } from './claims-population.js';

const claim = claimsOn(tables);

/** All claims of the paper, then those of our own checks. */
export const claims = [
  ...effectClaims,
  ...populationClaims,
  claim({
    id: 'fits-recordings',
    statement:
      'With recurrent weights fitted to recordings of visual cortex, gains alone account for the measured changes of tuning and covariance.',
    kind: 'quantitative',
    reported: { value: 'the entire set of effects is captured', where: 'abstract' },
    untested:
      'no public copy of the recordings is known to us; the networks here have weights that we chose, not fitted ones',
  }),
  ...checkClaims,
];
