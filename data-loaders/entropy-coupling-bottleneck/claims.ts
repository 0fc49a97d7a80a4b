import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { tables } from '../../src/papers/entropy-coupling-bottleneck/tables.js';
import { beliefClaim } from './claims-belief.js';
import { couplingClaims } from './claims-coupling.js';
import { encoderClaims } from './claims-encoder.js';
import { gameClaims } from './claims-game.js';

export { coverage } from '../../src/papers/entropy-coupling-bottleneck/coverage.js';

const claim = claimsOn(tables);

/** All claims of the paper, in the order of its sections. */
export const claims = [
  ...encoderClaims,
  ...couplingClaims,
  ...gameClaims,
  beliefClaim,
  claim({
    id: 'image-upscaling',
    statement: 'The framework upscales images from a compressed message: house numbers, four times as large.',
    origin: 'body',
    source: { grade: 'second-hand', place: 'appendix, images of house numbers, by a public summary' },
    reported: 'samples, no number',
    untested:
      'the paper shows samples rather than a number; it would take an adversarial network, a GPU and a criterion of our own',
  }),
];
