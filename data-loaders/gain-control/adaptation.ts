import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { adaptationStates, summarise } from '../../src/lib/gain-control/adaptation.js';
import { adaptedPopulation, type AdaptedPopulation } from '../../src/lib/gain-control/adapted-population.js';
import { efficiency } from '../../src/lib/gain-control/efficiency.js';
import {
  correlations,
  meanOffDiagonal,
  offDiagonalNorm,
  whitenedCovariance,
} from '../../src/lib/gain-control/response-statistics.js';
import { numericGradient } from './numeric-gradient.js';
import { fullSetting, populationOf, quickSetting, type Setting } from './setting.js';
import { tables } from './adaptation-tables.js';

export type AdaptationParameters = Setting & {
  /** Probabilities of the adapter; that of the unbiased ensemble comes first of itself. */
  readonly probabilities: readonly number[];
  /** The one of which tuning curves and covariances are kept. */
  readonly kept: number;
  /** Neurons of which they are kept, and degrees between two points of a curve. */
  readonly keptNeurons: number;
  readonly keptDegrees: number;
};

/** Networks by id: what is changed of the setting. */
const networks = {
  mixed: { gains: 'input', population: {} },
  none: { gains: 'input', population: { excitation: 0, inhibition: 0 } },
  inhibition: { gains: 'input', population: { excitation: 0 } },
  excitation: { gains: 'input', population: { inhibition: 0 } },
  loop: { gains: 'loop', population: {} },
} as const;

const quick: AdaptationParameters = {
  ...quickSetting,
  probabilities: [0.2, 0.35, 0.5, 0.7],
  kept: 0.35,
  keptNeurons: 36,
  keptDegrees: 3,
};

export const definition: Definition<AdaptationParameters> = {
  title: 'Adaptation to a frequent orientation',
  description:
    'Best gains of five networks for an unbiased and for biased ensembles of orientations, and what the change of gains does to tuning curves and responses.',
  tables,
  profiles: { quick, full: { ...quick, ...fullSetting } },
  seed: 1,
  compute: 'plain',
  parts: () => Object.keys(networks).map((id) => ({ id })),
};

/** Deterministic: the part is a network, the seed is not used. */
export async function* run({
  params,
  part,
  signal,
}: Context<AdaptationParameters>): AsyncGenerator<RunEvent, void, void> {
  const id = part.id as keyof typeof networks;
  const { gains, population } = networks[id];
  const probabilities = [1 / params.stimuli, ...params.probabilities];
  for (const [index, probability] of probabilities.entries()) {
    signal.throwIfAborted();
    const adapted = adaptedPopulation({ ...params, gains, population: populationOf(params, population), probability, weights: params }); // prettier-ignore
    const label = { network: id, p_adapter: probability };
    yield { table: 'effects', rows: effectRows(adapted).map((row) => ({ ...label, ...row })) };
    yield { table: 'states', rows: stateRows(adapted, params).map((row) => ({ ...label, ...row })) };
    yield { table: 'optimum', rows: [{ ...label, ...optimumRow(adapted, params) }] };
    if (probability === params.kept) {
      yield { table: 'tuning', rows: tuningRows(id, adapted, params) };
      if (id === 'mixed') yield { table: 'covariance', rows: covarianceRows(adapted, params) };
    }
    yield { progress: (index + 1) / probabilities.length };
  }
}

function effectRows({ effects, statistics }: AdaptedPopulation): Row[] {
  return effects.map(({ dTheta, g0, g1, maxRatio, minChange, shift }, neuron) => ({
    neuron,
    d_theta: dTheta,
    g0,
    g1,
    max_ratio: maxRatio,
    min_change: minChange,
    shift,
    mean_control: statistics.control.mean[neuron],
    mean_frozen: statistics.frozen.mean[neuron],
    mean_adaptive: statistics.adaptive.mean[neuron],
  }));
}

function stateRows(
  { network, statistics, control, adapted, g0, g1 }: AdaptedPopulation,
  weights: AdaptationParameters,
): Row[] {
  const given = { control: [control, g0], frozen: [adapted, g0], adaptive: [adapted, g1] } as const;
  const rows = adaptationStates.map((state): Row => {
    const { variation, correlation, sharedNorm } = summarise(statistics[state]);
    const { reconstruction, activity } = efficiency(network, ...given[state], weights);
    return { state, variation, correlation, shared_norm: sharedNorm, reconstruction, activity };
  });
  const whitened = whitenedCovariance(statistics.frozen.covariance);
  return [
    ...rows,
    {
      state: 'whitened',
      variation: null,
      correlation: meanOffDiagonal(correlations(whitened)),
      shared_norm: offDiagonalNorm(whitened),
      reconstruction: null,
      activity: null,
    },
  ];
}

function optimumRow(
  { network, adapted, g0, g1 }: AdaptedPopulation,
  { keptNeurons, ...weights }: AdaptationParameters,
): Row {
  const loss = (gains: Float64Array) => efficiency(network, adapted, gains, weights).loss;
  const ones = new Float64Array(network.neurons).fill(1);
  const slope = (gains: Float64Array) => numericGradient(loss, gains, keptOf(network.neurons, keptNeurons));
  return {
    gradient: Math.hypot(...slope(g1)),
    gradient_at_one: Math.hypot(...slope(ones)),
    loss: loss(g1),
    loss_control_gains: loss(g0),
    loss_at_one: loss(ones),
    least_gain: Math.min(...g1),
  };
}

function tuningRows(network: string, adapted: AdaptedPopulation, params: AdaptationParameters): Row[] {
  const contexts = { control: adapted.controlCurves, adapted: adapted.adaptedCurves };
  return Object.entries(contexts).flatMap(([context, curves]) =>
    keptOf(params.neurons, params.keptNeurons).flatMap((neuron) =>
      curves.flatMap((responses, s): Row[] =>
        s % params.keptDegrees === 0
          ? [{ network, context, neuron, theta: adapted.population.preferences[neuron], s, r: responses[neuron] }] // prettier-ignore
          : [],
      ),
    ),
  );
}

function covarianceRows(
  { statistics, population }: AdaptedPopulation,
  { neurons, keptNeurons }: AdaptationParameters,
): Row[] {
  const kept = keptOf(neurons, keptNeurons);
  return adaptationStates.flatMap((state) => {
    const { covariance } = statistics[state];
    const correlation = correlations(covariance);
    return kept.flatMap((i) =>
      kept.map((j): Row => ({
        state,
        theta_i: population.preferences[i],
        theta_j: population.preferences[j],
        cov: covariance[i * neurons + j],
        corr: correlation[i * neurons + j],
      })),
    );
  });
}

/** Numbers of neurons, evenly spaced, of which `kept` remain. */
function keptOf(neurons: number, kept: number): number[] {
  const every = Math.max(1, Math.round(neurons / kept));
  return Array.from({ length: neurons }, (_, i) => i).filter((i) => i % every === 0);
}
