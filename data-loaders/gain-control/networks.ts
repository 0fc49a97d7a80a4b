import { range } from 'd3-array';
import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { fullSetting, quickSetting, type Setting } from '../../src/papers/gain-control/setting.js';
import { tables } from '../../src/papers/gain-control/tables.js';
import { standInScale } from './stand-in-scale.js';

/** Least and largest value of a constant; it is drawn between them with a uniform logarithm. */
type Range = readonly [least: number, largest: number];

/** What is drawn for each network. */
export type Drawn = {
  readonly [
    Name in
      | 'tuning'
      | 'baseline'
      | 'excitation'
      | 'inhibition'
      | 'excitationWidth'
      | 'inhibitionWidth'
      | 'alpha'
      | 'gamma'
  ]: Range;
};

type NetworksParameters = Setting & {
  readonly probability: number;
  readonly networks: number;
  readonly drawn: Drawn;
};

/** Half to double the usual value; excitation less, since activity runs away where its weight reaches 1. */
const quick: NetworksParameters = {
  ...quickSetting,
  probability: 0.35,
  networks: 200,
  drawn: {
    tuning: [1, 4],
    baseline: [0.025, 0.1],
    excitation: [0.4, 0.95],
    inhibition: [0.2, 0.8],
    excitationWidth: [1, 4],
    inhibitionWidth: [0.125, 0.5],
    alpha: [0.5, 2],
    gamma: [0.5, 2],
  },
};

const networksInPart = 20;

export const definition = defineExperiment({
  title: 'Networks at random',
  description:
    'The effects of adaptation in networks whose tuning, recurrent weights and objective are drawn at random around those of the other experiments.',
  tables: { networks: tables.networks },
  profiles: { quick, full: { ...quick, ...fullSetting } },
  scale: (params) => standInScale(params, { repetitions: `${params.networks} networks drawn at random` }),
  seed: 1,
  compute: 'plain',
  parts: ({ networks }) =>
    range(0, networks, networksInPart).map((first) => ({
      id: `networks-${first}`,
      of: { networks: range(first, Math.min(first + networksInPart, networks)) },
    })),
});
