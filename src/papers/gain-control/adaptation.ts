import type { GainNetwork } from './gain-network.js';
import { orientationDifference, type OrientationPopulation } from './orientation-population.js';
import {
  coefficientOfVariation,
  correlations,
  meanOffDiagonal,
  offDiagonalNorm,
  type ResponseStatistics,
  responseStatistics,
} from './response-statistics.js';
import type { DriveEnsemble } from './stimulus-ensemble.js';
import { curveShape, tuningCurves } from './tuning-curves.js';

/** The three states that are compared. */
export const adaptationStates = ['control', 'frozen', 'adaptive'] as const;

/**
 * `control`: the unbiased ensemble with its own best gains; `frozen`: the biased ensemble with those same gains;
 * `adaptive`: the biased ensemble with the gains that are best for it.
 */
export type AdaptationState = (typeof adaptationStates)[number];

/** How a neuron's tuning curve differs between the gains of the biased and of the unbiased ensemble. */
export interface NeuronEffect {
  /** Preference of the input relative to the adapter, degrees in [−90, 90). */
  readonly d_theta: number;
  /** Gain under control, and adapted. */
  readonly g0: number;
  readonly g1: number;
  /** Maximum of the curve, adapted over control. */
  readonly max_ratio: number;
  /** Minimum of the curve, adapted minus control. */
  readonly min_change: number;
  /** Change of the preferred orientation, degrees in [−90, 90). */
  readonly shift: number;
}

/** Both sets of gains and what they do. */
export interface Adaptation {
  readonly effects: readonly NeuronEffect[];
  /** Tuning curves, one vector `[n]` a degree. */
  readonly controlCurves: readonly Float64Array[];
  readonly adaptedCurves: readonly Float64Array[];
  readonly statistics: Readonly<Record<AdaptationState, ResponseStatistics>>;
}

export interface AdaptationInput {
  readonly network: GainNetwork;
  readonly population: OrientationPopulation;
  readonly control: DriveEnsemble;
  readonly adapted: DriveEnsemble;
  /** Best gains for control, g₀, and for the biased ensemble, g₁. */
  readonly g0: Float64Array;
  readonly g1: Float64Array;
  /** Degrees. */
  readonly adapter: number;
}

/** Compares a network's tuning and responses with two sets of gains. */
export function adaptation(input: AdaptationInput): Adaptation {
  const { network, population, control, adapted, g0, g1, adapter } = input;
  const [before, after] = [network.at(g0), network.at(g1)];
  const controlCurves = tuningCurves(before, population);
  const adaptedCurves = tuningCurves(after, population);
  const effects = Array.from(population.preferences, (preference, i): NeuronEffect => {
    const old = curveShape(controlCurves, i);
    const now = curveShape(adaptedCurves, i);
    return {
      d_theta: orientationDifference(preference, adapter),
      g0: g0[i],
      g1: g1[i],
      max_ratio: now.maximum / old.maximum,
      min_change: now.minimum - old.minimum,
      shift: orientationDifference(now.preferred, old.preferred),
    };
  });
  const statistics = {
    control: responseStatistics(control.drives.map(before.respond), control.probabilities),
    frozen: responseStatistics(adapted.drives.map(before.respond), adapted.probabilities),
    adaptive: responseStatistics(adapted.drives.map(after.respond), adapted.probabilities),
  };
  return { effects, controlCurves, adaptedCurves, statistics };
}

/** The flank: within this of the adapter, degrees; at the adapter itself a shift has no direction. */
const flank = { from: 5, to: 45 } as const;

/** Shifts of the flanking neurons away from the adapter, degrees: positive repels, negative attracts. */
export function flankRepulsion(effects: readonly Pick<NeuronEffect, 'd_theta' | 'shift'>[]): number[] {
  return effects
    .filter(({ d_theta }) => Math.abs(d_theta) >= flank.from && Math.abs(d_theta) <= flank.to)
    .map(({ d_theta, shift }) => shift * Math.sign(d_theta));
}

/** The effects of a neuron at the adapter, and of one orthogonal to it: the nearest there are. */
export function extremes<E extends Pick<NeuronEffect, 'd_theta'>>(
  effects: readonly E[],
): { readonly at: E; readonly far: E } {
  const sorted = [...effects].sort((a, b) => Math.abs(a.d_theta) - Math.abs(b.d_theta));
  return { at: sorted[0], far: sorted[sorted.length - 1] };
}

/** How unequal mean responses are over neurons, and how much responses share. */
export interface StateSummary {
  /** Coefficient of variation of the time-averaged responses. */
  readonly variation: number;
  /** Mean absolute correlation of two neurons. */
  readonly correlation: number;
  /** Norm of the covariance off its diagonal. */
  readonly shared_norm: number;
}

/** The numbers by which states are compared, from the statistics of their responses. */
export function summarise({ mean, covariance }: ResponseStatistics): StateSummary {
  return {
    variation: coefficientOfVariation(mean),
    correlation: meanOffDiagonal(correlations(covariance)),
    shared_norm: offDiagonalNorm(covariance),
  };
}
