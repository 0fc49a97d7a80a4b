import { recordedSteps } from '../../src/lib/experiment/recorded-steps.js';
import type { NetGroup } from './nets.js';
import type { TrackingParameters } from './tracked-net.js';

export type PlaneParameters = TrackingParameters & {
  readonly groups: readonly NetGroup[];
  /** The number of edges between the bins of fixed binning. */
  readonly edges: number;
};

const random = 'random' as const;
const counting = 'counting' as const;

/** Five times the learning rate of the released code and a twentieth of its epochs. */
export const quickTracking: TrackingParameters = {
  learningRate: 2e-3,
  batch: 256,
  checkpoints: [0, 1, 2, 3, 4, 7, 12, 20, 33, 54, 89, 147, 243, 400],
  bins: 30,
};

export const quickPlane: PlaneParameters = {
  ...quickTracking,
  groups: [
    { activation: 'tanh', l2: 0, split: random, seeds: 4 },
    { activation: 'relu', l2: 0, split: random, seeds: 4 },
    { activation: 'softplus', l2: 0, split: random, seeds: 3 },
    { activation: 'swish', l2: 0, split: random, seeds: 3 },
    { activation: 'tanh', l2: 0.015, split: random, seeds: 4 },
    { activation: 'relu', l2: 0.015, split: random, seeds: 4 },
    { activation: 'tanh', l2: 0, split: counting, seeds: 1 },
  ],
  edges: 30,
};

/** The constants of the released code, on about as many networks as two cores train in an hour. */
export const fullPlane: PlaneParameters = {
  ...quickPlane,
  learningRate: 4e-4,
  checkpoints: [...recordedSteps(8000, 100)],
  groups: [
    { activation: 'tanh', l2: 0, split: random, seeds: 10 },
    { activation: 'relu', l2: 0, split: random, seeds: 10 },
    { activation: 'softplus', l2: 0, split: random, seeds: 10 },
    { activation: 'swish', l2: 0, split: random, seeds: 10 },
    { activation: 'elu', l2: 0, split: random, seeds: 6 },
    { activation: 'tanh', l2: 0.015, split: random, seeds: 10 },
    { activation: 'relu', l2: 0.015, split: random, seeds: 10 },
    { activation: 'tanh', l2: 0.005, split: random, seeds: 4 },
    { activation: 'relu', l2: 0.005, split: random, seeds: 4 },
    { activation: 'tanh', l2: 0.05, split: random, seeds: 4 },
    { activation: 'relu', l2: 0.05, split: random, seeds: 4 },
    { activation: 'tanh', l2: 0, split: counting, seeds: 4 },
    { activation: 'relu', l2: 0, split: counting, seeds: 4 },
  ],
};
