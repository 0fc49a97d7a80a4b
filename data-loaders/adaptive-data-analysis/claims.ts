import { holdoutClaims } from './claims-holdout.js';
import { queryClaims } from './claims-queries.js';

/** The claims of the paper, then those of its companion. */
export const claims = [...queryClaims, ...holdoutClaims];

export { coverage } from '../../src/papers/adaptive-data-analysis/coverage.js';
