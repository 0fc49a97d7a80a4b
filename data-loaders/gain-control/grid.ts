import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { quickSetting, type Setting } from '../../src/papers/gain-control/setting.js';
import { tables } from '../../src/papers/gain-control/tables.js';
import { standInScale } from './stand-in-scale.js';

type GridParameters = Setting & {
  readonly probability: number;
  readonly excitations: readonly number[];
  readonly inhibitions: readonly number[];
  readonly excitationWidths: readonly number[];
  readonly alphas: readonly number[];
  readonly gammas: readonly number[];
};

/** 216 points. */
const quick: GridParameters = {
  ...quickSetting,
  probability: 0.35,
  excitations: [0.3, 0.6, 0.9],
  inhibitions: [0, 0.4],
  excitationWidths: [1, 4, 12],
  alphas: [0.3, 1, 3, 10],
  gammas: [0.01, 0.1, 1],
};

/** 2160 points: the same ranges, more densely. The number of neurons is that of the quick run. */
const full: GridParameters = {
  ...quick,
  excitations: [0.3, 0.42, 0.54, 0.66, 0.78, 0.9],
  inhibitions: [0, 0.1, 0.25, 0.4],
  excitationWidths: [1, 2, 4, 8, 12],
  alphas: [0.3, 0.6, 1, 2, 5, 10],
};

export const definition = defineExperiment({
  title: 'Which effects a network shows',
  description:
    'The effects of adaptation over a grid of recurrent weights, width of excitation, price of activity and homeostasis.',
  tables: { grid: tables.grid },
  profiles: { quick, full },
  scale: (params) => {
    const { excitations, inhibitions, excitationWidths, alphas, gammas } = params;
    const axes = [excitations, inhibitions, excitationWidths, alphas, gammas];
    const points = axes.reduce((product, { length }) => product * length, 1);
    return standInScale(params, { repetitions: `none: a grid of ${points} networks and objectives` });
  },
  seed: 1,
  compute: 'plain',
  parts: ({ excitations }) =>
    excitations.map((excitation) => ({ id: `excitation-${excitation}`, of: { excitation } })),
});
