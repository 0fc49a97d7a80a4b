import { adaptiveBoundClaim, correctClaim, staticBoundClaim } from './claims-guarantees.js';
import {
  alphaRankClaim,
  eloClaim,
  intervalClaim,
  kuhnClaim,
  manyPlayersClaim,
  payoffsFirstClaim,
  rankingClaim,
  shrinkClaim,
} from './claims-ranking.js';
import {
  adaptiveClaim,
  errorsByDeltaClaim,
  fewerByDeltaClaim,
  relaxedClaim,
  relaxedErrorsClaim,
  soccerClaim,
  tighterClaim,
} from './claims-sampling.js';

/** All claims of the paper, in the order in which they are shown. */
export const claims = [
  eloClaim,
  staticBoundClaim,
  correctClaim,
  adaptiveBoundClaim,
  adaptiveClaim,
  fewerByDeltaClaim,
  errorsByDeltaClaim,
  tighterClaim,
  relaxedClaim,
  relaxedErrorsClaim,
  intervalClaim,
  shrinkClaim,
  payoffsFirstClaim,
  rankingClaim,
  manyPlayersClaim,
  kuhnClaim,
  alphaRankClaim,
  soccerClaim,
];

export { coverage } from '../../src/papers/multiagent-evaluation/coverage.js';
