import { type Control, control } from '../control.js';
import { element } from '../element.js';
import type { BenchProgress, BenchSettings } from './bench-progress.js';

/** Milliseconds for which settings must stand: a slider that is dragged starts no run at every step. */
const rest = 150;

/**
 * The progress of estimates, which are computed anew whenever the settings change, in a thread of their own, so that
 * the page stays responsive. Its value is how far they have come. New settings end a run at once, wherever it is; so
 * does its next report where the control is no more on the page.
 */
export function benchControl(settings: Control<BenchSettings>): Control<BenchProgress> {
  const bar = element('progress', { max: 1, value: 0, 'aria-label': 'Progress' });
  const count = element('span', { class: 'count' });
  const node = element('div', { class: 'control live' }, bar, count);

  let value: BenchProgress;
  let worker: Worker | undefined;
  let start: ReturnType<typeof setTimeout> | undefined;

  const tell = (progress: BenchProgress) => {
    value = progress;
    bar.value = progress.done / progress.total;
    if (progress.failure) count.textContent = `Failed: ${progress.failure}.`;
    else count.textContent = progress.done === progress.total ? 'computed in this page' : 'computing …';
  };
  const report = (progress: BenchProgress) => {
    if (!node.isConnected) worker?.terminate();
    tell(progress);
    node.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const run = (chosen: BenchSettings) => {
    worker = new Worker(import.meta.resolve('./bench-worker.js'), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<BenchProgress>) => report(data));
    worker.addEventListener('error', ({ message }) =>
      report({ ...nothing(chosen), failure: message || 'the worker could not be loaded' }),
    );
    worker.postMessage(chosen);
  };
  const begin = () => {
    clearTimeout(start);
    worker?.terminate();
    const chosen = settings.value;
    tell(nothing(chosen));
    start = setTimeout(() => run(chosen), rest);
  };
  settings.addEventListener('input', begin);
  begin();
  return control(node, () => value);
}

const nothing = (settings: BenchSettings): BenchProgress => ({ settings, done: 0, total: 1, estimates: {} });
