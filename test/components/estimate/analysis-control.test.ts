import { describe, expect, it, vi } from 'vitest';
import { analysisControl } from '../../../src/components/estimate/analysis-control.js';
import type { AnalysisStep } from '../../../src/components/estimate/analysis-messages.js';
import { messageQueue } from '../../../src/components/message-queue.js';
import { emptyPage } from '../page.js';

const window = emptyPage();

/** A control whose runs get their steps from the test. */
function shown() {
  const runs: { signal: AbortSignal; steps: ReturnType<typeof messageQueue<AnalysisStep<string>>> }[] = [];
  const heard = {
    show: vi.fn<(answer: string) => void>(),
    refuse: vi.fn<(reason: string) => void>(),
    stopped: vi.fn(),
  };
  const node = analysisControl<string>({
    label: 'Run',
    begin(signal) {
      const steps = messageQueue<AnalysisStep<string>>();
      runs.push({ signal, steps });
      return steps;
    },
    ...heard,
  });
  window.document.body.append(node);
  const [button, bar, status] = node.children as unknown as [
    HTMLButtonElement,
    HTMLProgressElement,
    HTMLElement,
  ];
  return { node, runs, heard, button, bar, status };
}

describe('the control of an analysis', () => {
  it('shows its progress, what is known so far, and how it ended', async () => {
    const { button, runs, bar, status, heard } = shown();
    button.click();
    expect([button.textContent, status.textContent]).toEqual(['Stop', 'Computing in this page …']);
    const [{ steps }] = runs;
    steps.put({ soFar: 'some' });
    steps.put({ progress: 0.25 });
    await vi.waitFor(() => expect(bar.value).toBe(0.25));
    steps.put({ result: 'all' });
    steps.end();
    await vi.waitFor(() => expect(status.textContent).toMatch(/^Computed in this page in /));
    expect(heard.show.mock.calls).toEqual([['some'], ['all']]);
    expect([button.textContent, bar.value]).toEqual(['Run', 1]);
  });

  it('stops at once, whatever the run is at, and shows nothing of it any more', async () => {
    const { button, runs, status, heard } = shown();
    button.click();
    button.click();
    expect(status.textContent).toMatch(/^Stopped after /);
    expect([button.textContent, runs[0].signal.aborted]).toEqual(['Run', true]);
    expect(heard.stopped).toHaveBeenCalledOnce();
    runs[0].steps.put({ result: 'late' });
    runs[0].steps.end();
    await new Promise((resolve) => setTimeout(resolve));
    expect(heard.show).not.toHaveBeenCalled();
    expect(heard.refuse).not.toHaveBeenCalled();
  });

  it('gives up a run for a newer one, and says why there is no answer', async () => {
    const { node, runs, status, heard } = shown();
    node.start();
    node.start();
    expect(runs.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    runs[0].steps.fail(new Error('of the older'));
    runs[1].steps.fail(new RangeError('too few rows'));
    await vi.waitFor(() => expect(status.textContent).toBe('There is no answer.'));
    expect(heard.refuse.mock.calls).toEqual([['too few rows']]);
  });
});
