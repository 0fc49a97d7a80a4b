import { estimatorClaims } from './claims-estimator.js';
import { knownClaims } from './claims-known.js';
import { networkClaims } from './claims-network.js';

export { coverage } from '../../src/papers/lossy-compression-ib/coverage.js';

/** All claims of the paper, in the order of its sections. */
export const claims = [...knownClaims, ...estimatorClaims, ...networkClaims];
