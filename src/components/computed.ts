import { type Control, control } from './control.js';
import { element } from './element.js';
import { messageOf } from './error-message.js';
import type { LiveProgress } from './live-control.js';
import type { LivePiece } from './live-run.js';
import { onceNear } from './near-window.js';

/** Milliseconds for which settings must stand: a slider that is dragged starts no run at every step. */
const rest = 150;

/** What was computed last. */
export interface Computed<Settings, Snapshot> {
  /** For which settings; those that were changed meanwhile are still being computed. */
  readonly settings: Settings;
  /** How far that has come; nothing before the first. */
  readonly snapshot: Snapshot | undefined;
}

/**
 * What a live piece makes of settings, computed anew whenever they change, in a thread of its own, so that the page stays
 * responsive, and first when it comes near to what is to be seen. Its value is what was reported last. New settings end a
 * run at once, wherever it is; so does its next report where the control is no more on the page. Where the settings are `undefined`, nothing is computed and nothing is said.
 */
export function computed<Settings, Snapshot extends LiveProgress, Chosen extends Settings | undefined>(
  piece: LivePiece<Settings, Snapshot>,
  settings: Control<Chosen>,
): Control<Computed<Settings, Snapshot> | Extract<Chosen, undefined>> {
  const bar = element('progress', { max: 1, value: 0, 'aria-label': 'Progress' });
  const count = element('span', { class: 'count' });
  const node = element('div', { class: 'control live' }, bar, count);

  let value: Computed<Settings, Snapshot> | undefined;
  let running = new AbortController();
  let start: ReturnType<typeof setTimeout> | undefined;

  const run = async (chosen: Settings) => {
    const { signal } = (running = new AbortController());
    try {
      for await (const snapshot of piece.run(chosen, signal)) {
        if (!node.isConnected) return;
        value = { settings: chosen, snapshot };
        bar.value = snapshot.step / snapshot.steps;
        if (snapshot.step === snapshot.steps) count.textContent = 'computed in this page';
        node.dispatchEvent(new Event('input', { bubbles: true }));
      }
    } catch (error) {
      if (!signal.aborted) count.textContent = `Failed: ${messageOf(error)}.`;
    }
  };
  const reset = () => {
    clearTimeout(start);
    running.abort();
    const chosen = settings.value;
    node.hidden = chosen === undefined;
    if (chosen !== undefined) value ??= { settings: chosen as Settings, snapshot: undefined };
    return chosen;
  };
  const begin = () => {
    const chosen = reset();
    if (chosen === undefined) return;
    bar.value = 0;
    count.textContent = 'computing …';
    start = setTimeout(() => void run(chosen), rest);
  };
  settings.addEventListener('input', begin);
  reset();
  onceNear(node, begin);
  return control(node, () => value as Computed<Settings, Snapshot> | Extract<Chosen, undefined>);
}
