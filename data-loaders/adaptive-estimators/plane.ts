import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { recordedSteps } from '../../src/lib/experiment/recorded-steps.js';
import { tables } from '../../src/papers/adaptive-estimators/tables.js';
import { type NetGroup, partsOf, quickTracking, type TrackingParameters } from './nets.js';
import { trackingScale } from './tracking-scale.js';

type PlaneParameters = TrackingParameters & {
  readonly groups: readonly NetGroup[];
  /** The number of edges between the bins of fixed binning. */
  readonly edges: number;
};

const quick: PlaneParameters = {
  ...quickTracking,
  groups: [
    { activation: 'tanh', l2: 0, split: 'random', seeds: 4 },
    { activation: 'relu', l2: 0, split: 'random', seeds: 4 },
    { activation: 'softplus', l2: 0, split: 'random', seeds: 3 },
    { activation: 'swish', l2: 0, split: 'random', seeds: 3 },
    { activation: 'tanh', l2: 0.015, split: 'random', seeds: 4 },
    { activation: 'relu', l2: 0.015, split: 'random', seeds: 4 },
    { activation: 'tanh', l2: 0, split: 'counting', seeds: 1 },
  ],
  edges: 30,
};

/** The constants of the released code, ten networks of each kind that a claim reads. */
const full: PlaneParameters = {
  ...quick,
  learningRate: 4e-4,
  checkpoints: [...recordedSteps(8000, 100)],
  groups: [
    { activation: 'tanh', l2: 0, split: 'random', seeds: 10 },
    { activation: 'relu', l2: 0, split: 'random', seeds: 10 },
    { activation: 'softplus', l2: 0, split: 'random', seeds: 10 },
    { activation: 'swish', l2: 0, split: 'random', seeds: 10 },
    { activation: 'tanh', l2: 0.015, split: 'random', seeds: 10 },
    { activation: 'relu', l2: 0.015, split: 'random', seeds: 10 },
    { activation: 'tanh', l2: 0, split: 'counting', seeds: 1 },
    { activation: 'relu', l2: 0, split: 'counting', seeds: 1 },
  ],
};

export const definition = defineExperiment({
  title: 'Information planes',
  description:
    'Networks 12-10-7-5-4-3-2 of several activations on the task of twelve bits, their hidden layers read while they train, on all 4096 patterns, by adaptive and by fixed bins.',
  tables: { plane: tables.plane, runs: tables.runs },
  profiles: { quick, full },
  scale: (params) => trackingScale(params, params.groups),
  seed: 1,
  compute: 'plain',
  parts: ({ groups }) => partsOf(groups),
});
