import { formatDuration } from '../lib/text/duration.js';
import { type Control, control, radio } from './control.js';
import { element } from './element.js';
import { messageOf } from './error-message.js';
import { browserSource, type LivePiece, type LiveSource } from './live-run.js';

/** How far a snapshot's run had come. */
export interface LiveProgress {
  readonly step: number;
  readonly steps: number;
}

/** A run, as far as it has come. */
export interface LiveRun<Settings, Snapshot> {
  readonly state: 'running' | 'finished' | 'stopped' | 'failed';
  readonly settings: Settings;
  /** Where it runs: the name of its source. */
  readonly where: string;
  /** All snapshots so far, in their order. */
  readonly snapshots: readonly Snapshot[];
  /** Seconds since it was started, until it ended. */
  readonly seconds: number;
}

export interface LiveControlOptions<Settings, Snapshot extends LiveProgress> {
  readonly piece: LivePiece<Settings, Snapshot>;
  /** Asked when the reader presses Run. */
  readonly settings: () => Settings;
  /** The controls that these are read from: while they are not what was run, the piece says when they will count. */
  readonly controls: HTMLElement;
  /** Another place to run at, once it has answered. */
  readonly kernel?: Promise<LiveSource | undefined>;
  /** Milliseconds. */
  readonly now?: () => number;
}

/**
 * A button that runs a live piece and stops it, with a progress bar and words on how it stands; where a kernel is
 * offered, also a choice between it and the page. Its value is the last run, anew with each snapshot; `null`
 * before the first. A control that is taken off the page stops its run, and so does who leaves the page.
 */
export function liveControl<Settings, Snapshot extends LiveProgress>({
  piece,
  settings,
  controls,
  kernel,
  now = () => performance.now(),
}: LiveControlOptions<Settings, Snapshot>): Control<LiveRun<Settings, Snapshot> | null> {
  const button = element('button', { type: 'button' }, 'Run');
  const bar = element('progress', { max: 1, value: 0, 'aria-label': 'Progress' });
  const count = element('span', { class: 'count' });
  // A screen reader says what is written here: not every step, therefore.
  const status = element('output', { 'aria-live': 'polite' });
  const pending = element('span', { class: 'count' }, 'Settings count when you press Run.');
  const node = element('div', { class: 'control live' }, button, bar, count, pending, status);

  let where: { readonly value: LiveSource } = { value: browserSource };
  kernel?.then(
    (source) => {
      if (!source) return;
      const places = radio('Run', [
        [browserSource.name, browserSource],
        [source.name, source],
      ]);
      where = places;
      node.prepend(places);
    },
    (error: unknown) => {
      status.textContent = `No live kernel: ${messageOf(error)}.`;
    },
  );

  let value: LiveRun<Settings, Snapshot> | null = null;
  let running: AbortController | undefined;

  const compare = () => {
    const same = value !== null && JSON.stringify(value.settings) === JSON.stringify(settings());
    pending.textContent = same ? '' : `Settings count ${value ? 'from the next run' : 'when you press Run'}.`;
  };
  controls.addEventListener('input', compare);

  const run = async () => {
    const controller = (running = new AbortController());
    const { signal } = controller;
    const leave = () => controller.abort();
    addEventListener('pagehide', leave);
    const source = where.value;
    const start = now();
    const snapshots: Snapshot[] = [];
    const given = settings();
    const show = (state: LiveRun<Settings, Snapshot>['state']) => {
      const seconds = (now() - start) / 1000;
      value = { state, settings: given, where: source.name, snapshots: [...snapshots], seconds };
      const last = snapshots.at(-1);
      bar.value = last ? last.step / last.steps : 0;
      count.textContent = last ? `step ${last.step} of ${last.steps}` : '';
      node.dispatchEvent(new Event('input', { bubbles: true }));
    };

    button.textContent = 'Stop';
    status.textContent = `Running ${source.name}.`;
    show('running');
    compare();
    try {
      for await (const snapshot of source.run(piece, given, signal)) {
        if (!node.isConnected) controller.abort();
        signal.throwIfAborted();
        snapshots.push(snapshot);
        show('running');
      }
      show('finished');
      status.textContent = `Finished ${source.name} after ${formatDuration(value!.seconds)}.`;
    } catch (error) {
      show(signal.aborted ? 'stopped' : 'failed');
      status.textContent = signal.aborted
        ? `Stopped after ${formatDuration(value!.seconds)}.`
        : `Failed: ${messageOf(error)}.`;
    } finally {
      removeEventListener('pagehide', leave);
      button.textContent = 'Run';
      running = undefined;
    }
  };
  button.addEventListener('click', () => {
    if (running) running.abort();
    else void run();
  });

  return control(node, () => value);
}
