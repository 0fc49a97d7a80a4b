import { auditClaims } from './claims-audit.js';
import { boundClaims } from './claims-bounds.js';
import { gapClaims } from './claims-gap.js';
import { planeClaims } from './claims-plane.js';
import { regressionClaims } from './claims-regression.js';
import { robustnessClaims } from './claims-robustness.js';
import { twoGaussianClaim } from './claims-two-gaussian.js';

export { coverage } from '../../src/papers/cs-ib/coverage.js';

/** All claims of the paper, in the order of its sections. */
export const claims = [
  ...regressionClaims,
  ...planeClaims,
  ...gapClaims,
  ...robustnessClaims,
  ...boundClaims,
  twoGaussianClaim,
  ...auditClaims,
];
