import { compressionClaims } from './claims-compression.js';
import { generalisationClaims } from './claims-generalisation.js';
import { rulerClaims } from './claims-rulers.js';

/** All claims of the paper, in the order of its argument. */
export const claims = [...rulerClaims, ...compressionClaims, ...generalisationClaims];
