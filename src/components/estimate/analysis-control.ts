import { formatDuration } from '../../lib/text/duration.js';
import { element } from '../element.js';
import { messageOf } from '../error-message.js';
import type { AnalysisStep } from './analysis-messages.js';

export interface AnalysisControlOptions<A> {
  /** What the button says while nothing runs. */
  readonly label: string;
  /** Begins the work. @throws {RangeError} what it refuses */
  begin(signal: AbortSignal): AsyncIterable<AnalysisStep<A>>;
  /** Gets what is known, as often as there is more. */
  show(answer: A): void;
  /** Gets the reason why there is no answer. */
  refuse(reason: string): void;
  /** Hears that the reader stopped it. */
  stopped?(): void;
}

/** A button that runs an analysis and stops it, its progress, and words on how it stands. */
export interface AnalysisControl extends HTMLElement {
  /** Begins anew, and gives up what was going on. */
  start(): void;
  /** Gives up what is going on. */
  stop(): void;
}

export function analysisControl<A>({
  label,
  begin,
  show,
  refuse,
  stopped,
}: AnalysisControlOptions<A>): AnalysisControl {
  const button = element('button', { type: 'button' }, label);
  const bar = element('progress', { max: 1, value: 0, 'aria-label': 'Progress' });
  // A screen reader says what is written here: not every step, therefore.
  const status = element('output', { 'aria-live': 'polite' });
  const node = element('div', { class: 'control live' }, button, bar, status);
  let running: { readonly controller: AbortController; readonly since: number } | undefined;

  /** Ends the run that is going on, with words on how. */
  const end = (how: (time: string) => string) => {
    status.textContent = how(formatDuration((performance.now() - running!.since) / 1000));
    button.textContent = label;
    running = undefined;
  };
  const run = async ({ signal }: AbortController) => {
    try {
      for await (const step of begin(signal)) {
        if (!node.isConnected) stop();
        signal.throwIfAborted();
        if ('progress' in step) bar.value = step.progress;
        else {
          if ('soFar' in step) status.textContent = 'This is known so far; the rest is being computed …';
          show('result' in step ? step.result : step.soFar);
        }
      }
      signal.throwIfAborted();
      bar.value = 1;
      end((time) => `Computed in this page in ${time}.`);
    } catch (error) {
      // What was stopped, or made way for a newer run, says nothing any more.
      if (signal.aborted) return;
      refuse(messageOf(error));
      end(() => 'There is no answer.');
    }
  };
  const stop = () => {
    if (!running) return;
    running.controller.abort();
    end((time) => `Stopped after ${time}.`);
    stopped?.();
  };
  const start = () => {
    running?.controller.abort();
    running = { controller: new AbortController(), since: performance.now() };
    button.textContent = 'Stop';
    status.textContent = 'Computing in this page …';
    bar.value = 0;
    void run(running.controller);
  };
  button.addEventListener('click', () => (running ? stop() : start()));
  return Object.assign(node, { start, stop });
}
