import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { adaptationStates, summarise } from '../../src/papers/gain-control/adaptation.js';
import {
  type AdaptedPopulation,
  adaptedPopulation,
} from '../../src/papers/gain-control/adapted-population.js';
import { efficiency } from '../../src/papers/gain-control/efficiency.js';
import {
  covarianceRows,
  effectRows,
  keptOf,
  type PopulationLabel,
  tuningRows,
} from '../../src/papers/gain-control/population-rows.js';
import {
  correlations,
  meanOffDiagonal,
  offDiagonalNorm,
  whitenedCovariance,
} from '../../src/papers/gain-control/response-statistics.js';
import { populationOf } from '../../src/papers/gain-control/setting.js';
import type { Rows } from '../../src/papers/gain-control/tables.js';
import type { definition } from './adaptation.js';
import { numericGradient } from './numeric-gradient.js';

type AdaptationParameters = RunContext<typeof definition>['params'];
type StateRow = Rows['states'][number];
type OptimumRow = Rows['optimum'][number];

/** Deterministic: the seed is not used. */
export async function* run({
  params,
  part,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { network, gains, excitation, inhibition } = part.of;
  const population = populationOf(params, { excitation, inhibition });
  const probabilities = [1 / params.stimuli, ...params.probabilities];
  for (const [index, probability] of probabilities.entries()) {
    signal.throwIfAborted();
    const adapted = adaptedPopulation({ ...params, gains, population, probability, weights: params });
    const label = { network, p_adapter: probability };
    yield { table: 'effects', rows: effectRows(label, adapted) };
    yield { table: 'states', rows: stateRows(label, adapted, params) };
    yield { table: 'optimum', rows: [optimumRow(label, adapted, params)] };
    if (probability === params.kept) {
      yield { table: 'tuning', rows: tuningRows(network, adapted, params) };
      if (network === 'mixed') yield { table: 'covariance', rows: covarianceRows(adapted, params) };
    }
    yield { progress: (index + 1) / probabilities.length };
  }
}

function stateRows(
  label: PopulationLabel,
  { network, statistics, control, adapted, g0, g1 }: AdaptedPopulation,
  weights: AdaptationParameters,
): StateRow[] {
  const given = { control: [control, g0], frozen: [adapted, g0], adaptive: [adapted, g1] } as const;
  const rows = adaptationStates.map((state): StateRow => {
    const { reconstruction, activity } = efficiency(network, ...given[state], weights);
    return { ...label, state, ...summarise(statistics[state]), reconstruction, activity };
  });
  const whitened = whitenedCovariance(statistics.frozen.covariance);
  return [
    ...rows,
    {
      ...label,
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
  label: PopulationLabel,
  { network, adapted, g0, g1 }: AdaptedPopulation,
  { keptNeurons, ...weights }: AdaptationParameters,
): OptimumRow {
  const loss = (gains: Float64Array) => efficiency(network, adapted, gains, weights).loss;
  const ones = new Float64Array(network.neurons).fill(1);
  const slope = (gains: Float64Array) => numericGradient(loss, gains, keptOf(network.neurons, keptNeurons));
  return {
    ...label,
    gradient: Math.hypot(...slope(g1)),
    gradient_at_one: Math.hypot(...slope(ones)),
    loss: loss(g1),
    loss_control_gains: loss(g0),
    loss_at_one: loss(ones),
    least_gain: Math.min(...g1),
  };
}
