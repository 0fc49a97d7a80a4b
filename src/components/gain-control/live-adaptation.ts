import { mean } from 'd3-array';
import {
  type AdaptationState,
  flankRepulsion,
  type StateSummary,
  summarise,
} from '../../papers/gain-control/adaptation.js';
import { type AdaptedPopulation, adaptedPopulation } from '../../papers/gain-control/adapted-population.js';
import { covarianceRows, effectRows, tuningRows } from '../../papers/gain-control/population-rows.js';
import { populationOf, quickSetting } from '../../papers/gain-control/setting.js';
import type { CovarianceRow, EffectRow, TuningRow } from '../../papers/gain-control/tables.js';

export interface LiveAdaptationSettings {
  readonly alpha: number;
  readonly gamma: number;
  readonly excitation: number;
  readonly inhibition: number;
  /** Probability of the adapter. */
  readonly probability: number;
  /** Degrees: a multiple of 15. */
  readonly adapter: number;
  readonly gains: 'input' | 'loop';
}

/** The rows of the figures, for settings of the reader's own. */
export interface LiveAdaptation {
  readonly tuning: readonly TuningRow[];
  readonly effects: readonly EffectRow[];
  readonly covariance: readonly CovarianceRow[];
  /** Mean shift of flanking neurons away from the adapter, degrees. */
  readonly repulsion: number;
  readonly states: Readonly<Record<AdaptationState, StateSummary>>;
}

/**
 * The whole experiment for the neurons and stimuli of the quick run: a few milliseconds with gains on the input.
 *
 * @returns why there is none, where activity would run away.
 */
export function liveAdaptation(settings: LiveAdaptationSettings): LiveAdaptation | string {
  const { excitation, inhibition, probability, gains } = settings;
  const { neurons } = quickSetting;
  const population = populationOf(quickSetting, { excitation, inhibition });
  let found: AdaptedPopulation;
  try {
    found = adaptedPopulation({ ...quickSetting, ...settings, population, weights: settings });
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
  const { statistics, effects } = found;
  const network = gains === 'input' ? 'mixed' : 'loop';
  return {
    tuning: tuningRows(network, found, { keptNeurons: neurons, keptDegrees: 3 }),
    effects: effectRows({ network, p_adapter: probability }, found),
    covariance: covarianceRows(found, { keptNeurons: neurons }),
    repulsion: mean(flankRepulsion(effects))!,
    states: {
      control: summarise(statistics.control),
      frozen: summarise(statistics.frozen),
      adaptive: summarise(statistics.adaptive),
    },
  };
}
