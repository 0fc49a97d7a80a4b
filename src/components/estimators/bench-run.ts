import type { BenchCase } from '../../lib/information/bench/distributions.js';

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

/** Milliseconds for which settings must stand: a slider that is dragged starts no run at every step. */
const rest = 150;

/**
 * Computes estimates in a thread of their own, so that the page stays responsive.
 *
 * @param notify told of each report. @returns ends the run at once, wherever it is.
 */
export function runBench(settings: BenchSettings, notify: (progress: BenchProgress) => void): () => void {
  let worker: Worker | undefined;
  const start = setTimeout(() => {
    worker = new Worker(import.meta.resolve('./bench-worker.js'), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<BenchProgress>) => notify(data));
    worker.addEventListener('error', ({ message }) =>
      notify({ ...nothing(settings), failure: message || 'the worker could not be loaded' }),
    );
    worker.postMessage(settings);
  }, rest);
  notify(nothing(settings));
  return () => {
    clearTimeout(start);
    worker?.terminate();
  };
}

const nothing = (settings: BenchSettings): BenchProgress => ({ settings, done: 0, total: 1, estimates: {} });
