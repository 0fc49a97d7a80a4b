import { adaptedPopulation } from '../../lib/gain-control/adapted-population.js';
import {
  adaptationStates,
  flankRepulsion,
  summarise,
  type StateSummary,
} from '../../lib/gain-control/adaptation.js';
import { correlations } from '../../lib/gain-control/response-statistics.js';
import type { CovarianceRow, EffectRow, TuningRow } from './rows.js';

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
  readonly states: Readonly<Record<(typeof adaptationStates)[number], StateSummary>>;
}

const neurons = 36;
const stimuli = 12;

/**
 * The whole experiment for 36 neurons: a few milliseconds with gains on the input.
 *
 * @returns why there is none, where activity would run away.
 */
export function liveAdaptation(settings: LiveAdaptationSettings): LiveAdaptation | string {
  const { alpha, gamma, excitation, inhibition, probability, adapter, gains } = settings;
  const population = { neurons, tuning: 2, baseline: 0.05, excitation, inhibition, excitationWidth: 2, inhibitionWidth: 0.25 }; // prettier-ignore
  const network = gains === 'input' ? 'mixed' : 'loop';
  let found;
  try {
    found = adaptedPopulation({
      population,
      gains,
      stimuli,
      adapter,
      probability,
      weights: { alpha, gamma },
    });
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
  const { statistics } = found;
  const { preferences } = found.population;
  const curves = { control: found.controlCurves, adapted: found.adaptedCurves };
  const shifts = flankRepulsion(found.effects);
  return {
    tuning: Object.entries(curves).flatMap(([context, responses]) =>
      Array.from(preferences).flatMap((theta, i) =>
        responses.flatMap((response, s) =>
          s % 3 === 0 ? [{ network, context, theta, s, r: response[i] }] : [],
        ),
      ),
    ),
    effects: found.effects.map((effect, i) => ({
      network,
      p_adapter: probability,
      d_theta: effect.dTheta,
      g0: effect.g0,
      g1: effect.g1,
      max_ratio: effect.maxRatio,
      min_change: effect.minChange,
      shift: effect.shift,
      mean_control: statistics.control.mean[i],
      mean_frozen: statistics.frozen.mean[i],
      mean_adaptive: statistics.adaptive.mean[i],
    })),
    covariance: adaptationStates.flatMap((state) => {
      const { covariance } = statistics[state];
      const correlation = correlations(covariance);
      return Array.from(covariance, (cov, at) => ({
        state,
        theta_i: preferences[Math.floor(at / neurons)],
        theta_j: preferences[at % neurons],
        cov,
        corr: correlation[at],
      }));
    }),
    repulsion: shifts.reduce((sum, shift) => sum + shift, 0) / shifts.length,
    states: {
      control: summarise(statistics.control),
      frozen: summarise(statistics.frozen),
      adaptive: summarise(statistics.adaptive),
    },
  };
}
