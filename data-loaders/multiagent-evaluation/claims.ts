import { eloClaim, intervalClaim, rankingClaim } from './claims-ranking.js';
import { adaptiveClaim, staticBoundClaim, tighterClaim, tradeoffClaim } from './claims-sampling.js';

/** All claims of the paper, in the order in which they are shown. */
export const claims = [
  eloClaim,
  staticBoundClaim,
  adaptiveClaim,
  tradeoffClaim,
  tighterClaim,
  intervalClaim,
  rankingClaim,
];
