import { range } from 'd3-array';
import { adaptationStates } from './adaptation.js';
import type { AdaptedPopulation } from './adapted-population.js';
import { correlations } from './response-statistics.js';
import type { CovarianceRow, EffectRow, NetworkId, TuningRow } from './tables.js';

// What the run writes of a population, and what a page draws of one that was solved for in it.

/** How much of a population is kept in its rows. */
export interface Kept {
  /** Neurons, evenly spaced, of which curves and covariances are kept. */
  readonly keptNeurons: number;
  /** Degrees between two points of a curve. */
  readonly keptDegrees: number;
}

/** Which network, and with which probability it is shown the adapter. */
export type PopulationLabel = Pick<EffectRow, 'network' | 'p_adapter'>;

/** A row a neuron, of all neurons. */
export function effectRows(
  label: PopulationLabel,
  { effects, statistics }: Pick<AdaptedPopulation, 'effects' | 'statistics'>,
): EffectRow[] {
  return effects.map((effect, neuron) => ({
    ...label,
    neuron,
    ...effect,
    mean_control: statistics.control.mean[neuron],
    mean_frozen: statistics.frozen.mean[neuron],
    mean_adaptive: statistics.adaptive.mean[neuron],
  }));
}

/** Tuning curves of both sets of gains, point by point. */
export function tuningRows(
  network: NetworkId,
  { controlCurves, adaptedCurves, population }: AdaptedPopulation,
  { keptNeurons, keptDegrees }: Kept,
): TuningRow[] {
  const { preferences } = population;
  const contexts = [
    { context: 'control', curves: controlCurves },
    { context: 'adapted', curves: adaptedCurves },
  ] as const;
  return contexts.flatMap(({ context, curves }) =>
    keptOf(preferences.length, keptNeurons).flatMap((neuron) =>
      range(0, curves.length, keptDegrees).map((s) => ({
        network,
        context,
        neuron,
        theta: preferences[neuron],
        s,
        r: curves[s][neuron],
      })),
    ),
  );
}

/** Pairs of neurons in each of the three states. */
export function covarianceRows(
  { statistics, population }: AdaptedPopulation,
  { keptNeurons }: Pick<Kept, 'keptNeurons'>,
): CovarianceRow[] {
  const { preferences } = population;
  const neurons = preferences.length;
  const kept = keptOf(neurons, keptNeurons);
  return adaptationStates.flatMap((state) => {
    const { covariance } = statistics[state];
    const correlation = correlations(covariance);
    return kept.flatMap((i) =>
      kept.map((j) => ({
        state,
        theta_i: preferences[i],
        theta_j: preferences[j],
        cov: covariance[i * neurons + j],
        corr: correlation[i * neurons + j],
      })),
    );
  });
}

/** Numbers of neurons, evenly spaced, of which `kept` remain. */
export function keptOf(neurons: number, kept: number): number[] {
  return range(0, neurons, Math.max(1, Math.round(neurons / kept)));
}
