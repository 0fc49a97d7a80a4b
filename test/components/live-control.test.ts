// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { liveControl, type LiveProgress, type LiveRun } from '../../src/components/live-control.js';
import type { LiveSource } from '../../src/components/live-run.js';
import { manualPiece } from './manual-piece.js';

interface Snapshot extends LiveProgress {
  readonly at: string;
}
type Run = LiveRun<{ n: number }, Snapshot>;

const settled = () => new Promise((resolve) => setTimeout(resolve));

let time = 0;
let n = 1;
let values: (Run | null)[];
let { piece, runs } = manualPiece<{ n: number }, Snapshot>();
const snapshot = (step: number): Snapshot => ({ step, steps: 4, at: `step ${step}` });

function mount(kernel?: Promise<LiveSource | undefined>) {
  const controls = document.createElement('div');
  const node = liveControl({ piece, settings: () => ({ n }), controls, kernel, now: () => time });
  document.body.replaceChildren(controls, node);
  node.addEventListener('input', () => values.push(node.value));
  return {
    node,
    /** Chooses other settings. */
    choose(value: number) {
      n = value;
      controls.dispatchEvent(new Event('input'));
    },
    button: node.querySelector('button')!,
    bar: node.querySelector('progress')!,
    status: node.querySelector('output')!,
    count: node.querySelector('.count')!,
    pending: node.querySelectorAll('.count')[1],
  };
}

beforeEach(() => {
  ({ piece, runs } = manualPiece<{ n: number }, Snapshot>());
  values = [];
  time = 0;
  n = 1;
});

afterEach(() => document.body.replaceChildren());

describe('liveControl', () => {
  it('runs with the settings of the moment, and gives every snapshot as its value', async () => {
    const { node, button, bar, count, status } = mount();
    expect(node.value).toBeNull();
    expect(button.textContent).toBe('Run');

    n = 7;
    button.click();
    expect(button.textContent).toBe('Stop');
    expect(status.textContent).toBe('Running in this page.');
    expect(runs[0].settings).toEqual({ n: 7 });
    expect(node.value).toMatchObject({ state: 'running', where: 'in this page', snapshots: [] });

    runs[0].queue.put(snapshot(0));
    await settled();
    const earlier = node.value;
    time = 1500;
    runs[0].queue.put(snapshot(3));
    await settled();
    expect(bar.value).toBe(0.75);
    expect(count.textContent).toBe('step 3 of 4');
    expect(earlier!.snapshots).toEqual([snapshot(0)]);
    expect(node.value).toEqual({
      state: 'running',
      settings: { n: 7 },
      where: 'in this page',
      snapshots: [snapshot(0), snapshot(3)],
      seconds: 1.5,
    });

    time = 2000;
    runs[0].queue.end();
    await settled();
    expect(node.value).toMatchObject({ state: 'finished', seconds: 2 });
    expect(status.textContent).toBe('Finished in this page after 2 s.');
    expect(button.textContent).toBe('Run');
    expect(values.map((value) => value!.state)).toEqual(['running', 'running', 'running', 'finished']);
  });

  it('says when settings count that are not those of the run', async () => {
    const { button, choose, pending } = mount();
    expect(pending.textContent).toBe('Settings count when you press Run.');
    button.click();
    expect(pending.textContent).toBe('');
    choose(5);
    expect(pending.textContent).toBe('Settings count from the next run.');
    choose(1);
    expect(pending.textContent).toBe('');
    choose(5);
    runs[0].queue.end();
    await settled();
    button.click();
    expect(pending.textContent).toBe('');
  });

  it('stops, keeps what there is, and runs anew', async () => {
    const { node, button, status } = mount();
    button.click();
    runs[0].queue.put(snapshot(2));
    await settled();
    button.click();
    expect(runs[0].signal.aborted).toBe(true);
    await settled();
    expect(node.value).toMatchObject({ state: 'stopped', snapshots: [snapshot(2)] });
    expect(status.textContent).toBe('Stopped after 0 s.');

    button.click();
    expect(runs).toHaveLength(2);
    expect(node.value).toMatchObject({ state: 'running', snapshots: [] });
  });

  it('says what went wrong, and can run again', async () => {
    const { node, button, status } = mount();
    button.click();
    runs[0].queue.fail(new RangeError('no steps'));
    await settled();
    expect(status.textContent).toBe('Failed: no steps.');
    expect(node.value).toMatchObject({ state: 'failed', snapshots: [] });
    expect(button.textContent).toBe('Run');
    button.click();
    expect(runs).toHaveLength(2);
  });

  it('tells a screen reader how it stands, and not each step', async () => {
    const { button, bar, count, status } = mount();
    expect(status.getAttribute('aria-live')).toBe('polite');
    expect(bar.getAttribute('aria-label')).toBe('Progress');
    expect(count.closest('[aria-live]')).toBeNull();
    button.click();
    const said = status.textContent;
    for (const step of [0, 1, 2]) runs[0].queue.put(snapshot(step));
    await settled();
    expect(status.textContent).toBe(said);
  });

  it('ends a run whose control has left the page', async () => {
    const { node, button } = mount();
    button.click();
    runs[0].queue.put(snapshot(0));
    await settled();
    node.remove();
    runs[0].queue.put(snapshot(1));
    await settled();
    expect(runs[0].signal.aborted).toBe(true);
    expect(node.value!.snapshots).toHaveLength(1);
  });

  it('ends a run whose reader leaves the page, and no later one', async () => {
    const { button, status } = mount();
    button.click();
    dispatchEvent(new Event('pagehide'));
    expect(runs[0].signal.aborted).toBe(true);
    await settled();
    expect(status.textContent).toBe('Stopped after 0 s.');
    dispatchEvent(new Event('pagehide'));
    button.click();
    expect(runs[1].signal.aborted).toBe(false);
  });
});

describe('a kernel', () => {
  const kernel: LiveSource = {
    name: 'on the live kernel (a GPU)',
    run: (given, settings, signal) => given.run(settings, signal),
  };

  it('is a choice beside the page once it has answered', async () => {
    const { node, button, status } = mount(Promise.resolve(kernel));
    expect(node.querySelector('input')).toBeNull();
    await settled();
    const [page, other] = node.querySelectorAll<HTMLInputElement>('input[type=radio]');
    expect([page, other].map(({ labels }) => labels![0].textContent)).toEqual([
      'in this page',
      'on the live kernel (a GPU)',
    ]);
    expect(page.checked).toBe(true);

    other.click();
    button.click();
    expect(status.textContent).toBe('Running on the live kernel (a GPU).');
    expect(node.value!.where).toBe('on the live kernel (a GPU)');
    runs[0].queue.end();
    await settled();
    page.click();
    button.click();
    expect(node.value!.where).toBe('in this page');
  });

  it('that is not offered leaves no trace, and one that does not answer is told of', async () => {
    const without = mount(Promise.resolve(undefined));
    await settled();
    expect(without.node.querySelector('input')).toBeNull();
    expect(without.status.textContent).toBe('');
    const silent = mount(Promise.reject(new Error('no kernel answers at x')));
    await settled();
    expect(silent.status.textContent).toBe('No live kernel: no kernel answers at x.');
    silent.button.click();
    expect(silent.node.value!.where).toBe('in this page');
  });
});
