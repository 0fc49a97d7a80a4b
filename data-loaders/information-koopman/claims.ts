import { forecastClaim, structureClaim } from './claims-forecasts.js';
import { coherenceClaim, entropyClaim, unitCircleClaim } from './claims-latents.js';
import { orderClaim, waterFillingClaim } from './claims-theory.js';

/** All claims of the paper, in the order in which they are shown. */
export const claims = [
  waterFillingClaim,
  orderClaim,
  entropyClaim,
  coherenceClaim,
  unitCircleClaim,
  structureClaim,
  forecastClaim,
];
