import { compressionClaims } from './claims-compression.js';
import { generalisationClaims } from './claims-generalisation.js';
import { penaltyClaims } from './claims-penalty.js';
import { rulerClaims } from './claims-rulers.js';

export { coverage } from '../../src/papers/adaptive-estimators/coverage.js';

/** All claims of the paper, in the order of its argument. */
export const claims = [...rulerClaims, ...compressionClaims, ...penaltyClaims, ...generalisationClaims];
