import { extent } from 'd3-array';
import type { Scale } from '../../src/lib/experiment/scale.js';
import { count } from '../../src/lib/text/number.js';
import type { NetGroup, TrackingParameters } from './nets.js';

/** How near to the training of the released code some networks are. */
export function trackingScale(
  { learningRate, batch, checkpoints }: TrackingParameters,
  groups: readonly NetGroup[],
) {
  const epochs = checkpoints[checkpoints.length - 1];
  const [fewest = 0, most = 0] = extent(groups, ({ seeds }) => seeds);
  return {
    level: epochs >= 8000 && learningRate === 4e-4 ? 'paper' : 'reduced',
    data: 'the 4,096 patterns of the task of twelve bits',
    model: '12-10-7-5-4-3-2, as in the paper',
    training: {
      here: `${count(epochs)} epochs at rate ${learningRate}, batches of ${batch}`,
      paper: '8,000 epochs at rate 0.0004, batches of 256',
    },
    repetitions: fewest === most ? `${most} networks a setting` : `${fewest} to ${most} networks a setting`,
  } satisfies Scale;
}
