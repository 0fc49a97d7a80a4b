import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { tables } from '../../src/papers/information-koopman/tables.js';
import { coarseClaim } from './claims-coarse.js';
import { forecastClaims, structureClaim } from './claims-forecasts.js';
import { coherenceClaim, entropyClaim, releasedSignClaim, unitCircleClaim } from './claims-latents.js';
import { entropyFillsClaim, orderClaim, waterFillingClaim } from './claims-theory.js';

export { coverage } from '../../src/papers/information-koopman/coverage.js';

const claim = claimsOn(tables);

/** All claims of the paper, in the order in which they are shown. */
export const claims = [
  waterFillingClaim,
  coherenceClaim,
  entropyFillsClaim,
  entropyClaim,
  orderClaim,
  unitCircleClaim,
  structureClaim,
  ...forecastClaims,
  coarseClaim,
  claim({
    id: 'manifolds',
    statement:
      'Latents of a pendulum that turns over, seen as images, fill a circle times a line with all terms, and lose one of both where a term is missing.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 9' },
    reported: 'manifolds are as the theory predicts (Figures 3 and 6)',
    untested:
      'our pendulums swing and are seen as three numbers, and what a manifold has lost is looked at, not measured; it would take rendered images, the variational form, and a measure of both directions, some hours on two cores',
  }),
  claim({
    id: 'weather-and-dam-flow',
    statement: 'On ERA5 weather and on the flow of a breaking dam, the method predicts better.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 10' },
    reported: 'lowest errors of all compared, on both (Table 2)',
    untested:
      'it would take tens of gigabytes of ERA5 and the dam flow of CFDBench, convolutional networks, and a graphics processor for a day',
  }),
  claim({
    id: 'control-and-robots',
    statement: 'In control from images, and on ropes and soft robots, the method does better.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 10' },
    reported: 'most often the largest share of steps near the goal (Tables 8, 9); lower errors (Figure 5)',
    untested:
      'it would take the simulators of both, the variational form with actions, a controller, and the graph model; none is built here',
  }),
  claim({
    id: 'other-learners',
    statement:
      'The method predicts better than Koopman kernel regression, Poincaré-flow networks and variational autoencoders.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 10' },
    reported: 'better than existing Koopman learners (Table 2)',
    untested:
      'the plain autoencoder is the only learner of the paper’s tables that is trained here; it would take the others, tuned alike on validation data',
  }),
  releasedSignClaim,
];
