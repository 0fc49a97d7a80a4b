import type { BenchCase } from '../../papers/estimators/distributions.js';

/** What the reader has chosen. */
export interface BenchSettings extends BenchCase {
  readonly repetitions: number;
  readonly seed: number;
}

/** How far the bench has come. */
export interface BenchProgress {
  readonly settings: BenchSettings;
  /** Estimates made, and to be made. */
  readonly done: number;
  readonly total: number;
  /** In nats, by estimator; `null` where it had no answer. */
  readonly estimates: Readonly<Record<string, readonly (number | null)[]>>;
  /** Why nothing more will come. */
  readonly failure?: string;
}
