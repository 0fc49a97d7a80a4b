import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { adaptation, extremes, flankRepulsion, summarise } from '../../src/lib/gain-control/adaptation.js';
import { sensitivityOf } from '../../src/lib/gain-control/adapted-population.js';
import { gainsOnInput } from '../../src/lib/gain-control/gain-network.js';
import { closedFormGains, networkForms } from '../../src/lib/gain-control/optimal-gains.js';
import { orientationPopulation } from '../../src/lib/gain-control/orientation-population.js';
import {
  driveEnsemble,
  orientationEnsemble,
  uniformEnsemble,
} from '../../src/lib/gain-control/stimulus-ensemble.js';
import { populationOf, quickSetting, type Setting } from './setting.js';

export type GridParameters = Setting & {
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

const number = (description: string) => ({ type: 'float64', description }) as const;

export const definition: Definition<GridParameters> = {
  title: 'Which effects a network shows',
  description:
    'The effects of adaptation over a grid of recurrent weights, width of excitation, price of activity and homeostasis.',
  tables: {
    grid: {
      description: 'One row a network and objective',
      columns: {
        excitation: number('weight of recurrent excitation w_E'),
        inhibition: number('weight of recurrent inhibition w_I'),
        excitation_width: number('concentration of recurrent excitation κ_E: large is narrow'),
        alpha: number('price of activity α'),
        gamma: number('homeostasis γ'),
        repulsion: { ...number('mean shift of flanking neurons away from the adapter'), unit: '°' },
        max_ratio_adapter: number('largest response over control, neuron at the adapter'),
        max_ratio_ortho: number('largest response over control, neuron orthogonal to it'),
        min_change_adapter: number('least response minus control, neuron at the adapter'),
        correlation_frozen: number('mean absolute correlation, gains as before'),
        correlation_adaptive: number('mean absolute correlation, adapted gains'),
        variation_frozen: number('variation of mean responses, gains as before'),
        variation_adaptive: number('variation of mean responses, adapted gains'),
        shared_frozen: number('norm of the covariance off its diagonal, gains as before'),
        shared_adaptive: number('norm of the covariance off its diagonal, adapted gains'),
        g0: number('gain under control, the same for all neurons'),
        g_adapter: number('adapted gain of the neuron at the adapter'),
        g_ortho: number('adapted gain of the neuron orthogonal to it'),
        least_gain: number('least adapted gain'),
      },
    },
  },
  profiles: { quick, full },
  seed: 1,
  compute: 'plain',
  parts: ({ excitations }) => excitations.map((excitation) => ({ id: `excitation-${excitation}` })),
};

/** Deterministic: the part is a weight of excitation, the seed is not used. */
export async function* run({
  params,
  part,
  signal,
}: Context<GridParameters>): AsyncGenerator<RunEvent, void, void> {
  const excitation = Number(part.id.slice('excitation-'.length));
  const networks = params.inhibitions.flatMap((inhibition) =>
    params.excitationWidths.map((excitationWidth) => ({ excitation, inhibition, excitationWidth })),
  );
  for (const [index, changed] of networks.entries()) {
    signal.throwIfAborted();
    yield { table: 'grid', rows: networkRows(params, changed) };
    yield { progress: (index + 1) / networks.length };
  }
}

interface Recurrence {
  readonly excitation: number;
  readonly inhibition: number;
  readonly excitationWidth: number;
}

/** A network under every objective. */
function networkRows(params: GridParameters, recurrence: Recurrence): Row[] {
  const { stimuli, adapter, probability } = params;
  const population = orientationPopulation(populationOf(params, recurrence));
  const network = gainsOnInput(population.recurrence);
  const forms = networkForms(network.decoder, sensitivityOf(network));
  const control = driveEnsemble(population, uniformEnsemble(stimuli));
  const adapted = driveEnsemble(population, orientationEnsemble(stimuli, adapter, probability));
  return params.alphas.flatMap((alpha) =>
    params.gammas.map((gamma): Row => {
      const [g0, g1] = [control, adapted].map((of) => closedFormGains(forms, of, { alpha, gamma }));
      const found = adaptation({ network, population, control, adapted, g0, g1, adapter });
      const { at, far } = extremes(found.effects);
      const shifts = flankRepulsion(found.effects);
      const [frozen, adaptive] = [found.statistics.frozen, found.statistics.adaptive].map(summarise);
      return {
        excitation: recurrence.excitation,
        inhibition: recurrence.inhibition,
        excitation_width: recurrence.excitationWidth,
        alpha,
        gamma,
        repulsion: shifts.reduce((sum, shift) => sum + shift, 0) / shifts.length,
        max_ratio_adapter: at.maxRatio,
        max_ratio_ortho: far.maxRatio,
        min_change_adapter: at.minChange,
        correlation_frozen: frozen.correlation,
        correlation_adaptive: adaptive.correlation,
        variation_frozen: frozen.variation,
        variation_adaptive: adaptive.variation,
        shared_frozen: frozen.sharedNorm,
        shared_adaptive: adaptive.sharedNorm,
        g0: at.g0,
        g_adapter: at.g1,
        g_ortho: far.g1,
        least_gain: Math.min(...g1),
      };
    }),
  );
}
