import type { BenchCase } from '../../papers/estimators/distributions.js';
import type { Computed } from '../computed.js';
import type { LiveProgress } from '../live-control.js';

/** What the reader has chosen. */
export interface BenchSettings extends BenchCase {
  readonly repetitions: number;
  readonly seed: number;
}

/** How far the bench has come: `step` of `steps` estimates. */
export interface BenchProgress extends LiveProgress {
  /** In nats, by estimator; `null` where it had no answer. */
  readonly estimates: Readonly<Record<string, readonly (number | null)[]>>;
}

export type Bench = Computed<BenchSettings, BenchProgress>;
