import type { Claim } from '../../src/lib/experiment/claim.js';
import { systemClaims } from './claims-systems.js';
import { theoryClaims } from './claims-theory.js';

export const claims: readonly Claim[] = [...theoryClaims, ...systemClaims];
