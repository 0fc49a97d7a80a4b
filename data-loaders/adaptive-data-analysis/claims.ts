import { holdoutClaims } from './claims-holdout.js';
import { queryClaims } from './claims-queries.js';

/** The claims of the paper, then those of its companion. */
export const claims = [...queryClaims, ...holdoutClaims];
