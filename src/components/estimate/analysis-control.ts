import { formatDuration } from '../../lib/text/duration.js';
import { element } from '../element.js';
import { messageOf } from '../error-message.js';
import type { AnalysisStep } from './analysis-messages.js';

export interface AnalysisControlOptions<A> {
  /** What the button says while nothing runs. */
  readonly label: string;
  /** Begins the work. @throws {RangeError} what it refuses */
  begin(signal: AbortSignal): AsyncIterable<AnalysisStep<A>>;
  /** Gets what is known, as often as there is more. @param finished whether it is all */
  show(answer: A, finished: boolean): void;
  /** Gets the reason why there is no answer. */
  refuse(reason: string): void;
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
}: AnalysisControlOptions<A>): AnalysisControl {
  const button = element('button', { type: 'button' }, label);
  const bar = element('progress', { max: 1, value: 0, 'aria-label': 'Progress' });
  // A screen reader says what is written here: not every step, therefore.
  const status = element('output', { 'aria-live': 'polite' });
  const node = element('div', { class: 'control live' }, button, bar, status);
  let running: AbortController | undefined;

  const run = async (controller: AbortController) => {
    const { signal } = controller;
    const start = performance.now();
    const time = () => formatDuration((performance.now() - start) / 1000);
    // What a newer run has taken the place of says nothing any more.
    const end = (text: string) => {
      if (running !== controller) return;
      running = undefined;
      button.textContent = label;
      status.textContent = text;
    };
    try {
      for await (const step of begin(signal)) {
        if (!node.isConnected) controller.abort();
        signal.throwIfAborted();
        if ('progress' in step) bar.value = step.progress;
        else show('result' in step ? step.result : step.soFar, 'result' in step);
      }
      bar.value = 1;
      end(`Computed in this page in ${time()}.`);
    } catch (error) {
      if (!signal.aborted) refuse(messageOf(error));
      end(signal.aborted ? `Stopped after ${time()}.` : 'There is no answer.');
    }
  };
  const stop = () => running?.abort();
  const start = () => {
    const former = running;
    running = new AbortController();
    former?.abort();
    button.textContent = 'Stop';
    status.textContent = 'Computing in this page …';
    bar.value = 0;
    void run(running);
  };
  button.addEventListener('click', () => (running ? stop() : start()));
  return Object.assign(node, { start, stop });
}
