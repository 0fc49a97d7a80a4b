import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import { tables } from '../../src/papers/lossy-compression-ib/tables.js';
import { invarianceClaim, varianceClaim } from './claims-estimator.js';
import { codesClaim, principalClaim, saturationClaim, tracksClaim, weightsClaim } from './claims-known.js';
import { labelInformationClaim, severalPhasesClaim } from './claims-network.js';

const claim = claimsOn(tables);

/** All claims of the paper, in the order of its sections. */
export const claims = [
  invarianceClaim,
  codesClaim,
  tracksClaim,
  saturationClaim,
  weightsClaim,
  varianceClaim,
  principalClaim,
  labelInformationClaim,
  severalPhasesClaim,
  claim({
    id: 'better-than-neural-estimate',
    statement:
      'The weighted nearest-neighbour estimate follows the diagonal better than the neural estimator MINE.',
    kind: 'qualitative',
    reported: { value: 'MINE further from the diagonal', where: 'Figures 3 and 4', recalled: true },
    untested:
      'MINE is not trained here: its result hangs on an architecture and a schedule that could not be checked',
  }),
];
