import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { fullSetting, quickSetting, type Setting } from '../../src/papers/gain-control/setting.js';
import { networkIds, tables } from '../../src/papers/gain-control/tables.js';
import { standInScale } from './stand-in-scale.js';

type AdaptationParameters = Setting & {
  /** Probabilities of the adapter; that of the unbiased ensemble comes first of itself. */
  readonly probabilities: readonly number[];
  /** The one of which tuning curves and covariances are kept. */
  readonly kept: number;
  /** Neurons of which they are kept, and degrees between two points of a curve. */
  readonly keptNeurons: number;
  readonly keptDegrees: number;
};

const quick: AdaptationParameters = {
  ...quickSetting,
  probabilities: [0.2, 0.35, 0.5, 0.7],
  kept: 0.35,
  keptNeurons: 36,
  keptDegrees: 3,
};

export const definition = defineExperiment({
  title: 'Adaptation to a frequent orientation',
  description:
    'Best gains of five networks for an unbiased and for biased ensembles of orientations, and what the change of gains does to tuning curves and responses.',
  tables: {
    tuning: tables.tuning,
    effects: tables.effects,
    covariance: tables.covariance,
    states: tables.states,
    optimum: tables.optimum,
  },
  profiles: { quick, full: { ...quick, ...fullSetting } },
  scale: (params) =>
    standInScale(params, {
      repetitions: `none: ${networkIds.length} networks, ${params.probabilities.length + 1} ensembles each, nothing drawn at random`,
    }),
  seed: 1,
  compute: 'plain',
  parts({ excitation, inhibition }) {
    const networks = {
      mixed: { gains: 'input', excitation, inhibition },
      none: { gains: 'input', excitation: 0, inhibition: 0 },
      inhibition: { gains: 'input', excitation: 0, inhibition },
      excitation: { gains: 'input', excitation, inhibition: 0 },
      loop: { gains: 'loop', excitation, inhibition },
    } as const;
    return networkIds.map((network) => ({ id: network, of: { network, ...networks[network] } }));
  },
});
