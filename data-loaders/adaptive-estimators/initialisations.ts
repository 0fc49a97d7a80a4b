import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { tables } from '../../src/papers/adaptive-estimators/tables.js';
import { type NetGroup, partsOf, quickTracking, type TrackingParameters } from './nets.js';
import { trackingScale } from './tracking-scale.js';

type InitialisationParameters = TrackingParameters & { readonly groups: readonly NetGroup[] };

const groups = (seeds: number): NetGroup[] => [
  { activation: 'tanh', l2: 0, split: 'random', seeds },
  { activation: 'relu', l2: 0, split: 'random', seeds },
];

const quick: InitialisationParameters = {
  ...quickTracking,
  checkpoints: [0, 1, 2, 3, 4, 7, 12, 20, 33, 54],
  groups: groups(6),
};

export const definition = defineExperiment({
  title: 'Many initialisations',
  description:
    'Networks that differ by their seed alone: how far the information of each layer falls, and how well the network does on patterns that it was not trained on.',
  tables: { initialisations: tables.initialisations },
  profiles: { quick, full: { ...quickTracking, groups: groups(40) } },
  scale: (params) => trackingScale(params, params.groups),
  seed: 1,
  compute: 'plain',
  parts: (params) => partsOf(params.groups),
});
