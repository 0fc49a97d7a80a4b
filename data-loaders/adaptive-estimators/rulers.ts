import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { count } from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/adaptive-estimators/tables.js';
import { type NetGroup, partsOf, quickTracking, type TrackingParameters } from './nets.js';
import { trackingScale } from './tracking-scale.js';

type RulerParameters = TrackingParameters & {
  readonly groups: readonly NetGroup[];
  readonly edges: number;
  /** Variance of the fixed noise, and that of the adaptive one as a share of the squared largest activation. */
  readonly variance: number;
  /** Every how manieth pattern is read: pairs cost the square of their number. */
  readonly stride: number;
};

const quick: RulerParameters = {
  ...quickTracking,
  checkpoints: [0, 20, 60, 150, 300],
  groups: [
    { activation: 'relu', l2: 0, split: 'random', seeds: 2 },
    { activation: 'tanh', l2: 0, split: 'random', seeds: 1 },
  ],
  edges: 30,
  variance: 1e-3,
  stride: 4,
};

const full: RulerParameters = {
  ...quick,
  checkpoints: [0, 1, 3, 7, 20, 60, 150, 300, 400],
  groups: quick.groups.map((group) => ({ ...group, seeds: 8 })),
  stride: 1,
};

export const definition = defineExperiment({
  title: 'Four rulers',
  description:
    'The layers of a few networks by all four estimators, on a part of the patterns where pairs of them are to cost less: of 1024, no layer says more than 10 bits about the input.',
  tables: { rulers: tables.rulers },
  profiles: { quick, full },
  scale(params) {
    const patterns = count(Math.ceil(4096 / params.stride));
    return {
      ...trackingScale(params, params.groups),
      data: { here: `${patterns} patterns of the task of twelve bits are read`, paper: '4,096' },
    };
  },
  seed: 1,
  compute: 'plain',
  parts: ({ groups }) => partsOf(groups),
});
