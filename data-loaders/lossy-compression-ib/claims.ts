import type { Claim } from '../../src/lib/experiment/claim.js';
import { networkClaims } from './claims-network.js';
import { syntheticClaims } from './claims-synthetic.js';

/** All claims of the paper, in the order of its sections. */
export const claims: readonly Claim[] = [
  ...syntheticClaims,
  ...networkClaims,
  {
    id: 'better-than-neural-estimate',
    statement:
      'The weighted nearest-neighbour estimate follows the diagonal better than the neural estimator MINE.',
    kind: 'qualitative',
    reported: { value: 'MINE further from the diagonal', where: 'Figures 3 and 4', recalled: true },
    untested:
      'MINE is not trained here: its result hangs on an architecture and a schedule that could not be checked',
  },
];
