import { seriesColors, seriesDashes, seriesSymbols } from '../palette.js';

/** Networks by id, in the order of their colours. */
export const networkLabels: Readonly<Record<string, string>> = {
  mixed: 'excitation and inhibition',
  none: 'no recurrence',
  inhibition: 'inhibition alone',
  excitation: 'excitation alone',
  loop: 'gains inside the loop',
};

export const networkIds = Object.keys(networkLabels);

/** States of the population by id, in the order of their colours. */
export const stateLabels: Readonly<Record<string, string>> = {
  control: 'control',
  frozen: 'biased, gains as before',
  adaptive: 'biased, gains adapted',
};

/** A series' colour, dash and symbol, by its place in a list of ids. */
export function look(ids: readonly string[], id: string) {
  const at = ids.indexOf(id);
  return { stroke: seriesColors[at], strokeDasharray: seriesDashes[at], symbol: seriesSymbols[at] };
}

/** A scale of Plot for colours or symbols of some ids, with their labels. */
export function scaleOf(
  labels: Readonly<Record<string, string>>,
  shown: readonly string[],
  range: readonly string[],
) {
  const ids = Object.keys(labels);
  return {
    domain: [...shown],
    range: shown.map((id) => range[ids.indexOf(id)]),
    tickFormat: (id: string) => labels[id],
  };
}

/** A point of a tuning curve. */
export interface TuningRow {
  readonly network: string;
  readonly context: string;
  readonly theta: number;
  readonly s: number;
  readonly r: number;
}

/** What adaptation does to a neuron. */
export interface EffectRow {
  readonly network: string;
  readonly p_adapter: number;
  readonly d_theta: number;
  readonly g0: number;
  readonly g1: number;
  readonly max_ratio: number;
  readonly min_change: number;
  readonly shift: number;
  readonly mean_control: number;
  readonly mean_frozen: number;
  readonly mean_adaptive: number;
}

/** A pair of neurons in a state. */
export interface CovarianceRow {
  readonly state: string;
  readonly theta_i: number;
  readonly theta_j: number;
  readonly cov: number;
  readonly corr: number;
}

/** Neurons in the order of their distance from the adapter, so that lines do not jump. */
export function ordered(rows: readonly EffectRow[]): EffectRow[] {
  return [...rows].sort((a, b) => a.d_theta - b.d_theta);
}
