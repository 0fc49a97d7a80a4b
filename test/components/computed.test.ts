import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Computed, computed } from '../../src/components/computed.js';
import { control } from '../../src/components/control.js';
import { element } from '../../src/components/element.js';
import { manualPiece } from './manual-piece.js';
import { emptyPage, FakeIntersectionObserver } from './page.js';

const { document, Event } = emptyPage();

interface Snapshot {
  readonly step: number;
  readonly steps: number;
}

const { piece, runs } = manualPiece<number, Snapshot>();

function mount(first: number | undefined) {
  let chosen = first;
  const settings = control(element('div', {}), () => chosen);
  const node = computed(piece, settings);
  document.body.replaceChildren(node);
  const values: (Computed<number, Snapshot> | undefined)[] = [];
  node.addEventListener('input', () => values.push(node.value));
  return {
    node,
    values,
    says: () => node.querySelector('.count')!.textContent,
    choose(next: number | undefined) {
      chosen = next;
      settings.dispatchEvent(new Event('input'));
    },
  };
}

const passes = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  runs.length = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

it('computes once settings have stood for a moment, and tells how far it is', async () => {
  const { node, values, says, choose } = mount(1);
  expect(node.value).toEqual({ settings: 1, snapshot: undefined });
  choose(2);
  await passes(100);
  choose(3);
  await passes(1000);
  expect(runs.map(({ settings }) => settings)).toEqual([3]);
  runs[0].queue.put({ step: 1, steps: 2 });
  await passes(0);
  expect([says(), node.querySelector('progress')!.value]).toEqual(['computing …', 0.5]);
  runs[0].queue.put({ step: 2, steps: 2 });
  await passes(0);
  expect(says()).toBe('computed in this page');
  expect(values.map((value) => value?.snapshot?.step)).toEqual([1, 2]);
});

it('gives up a run for other settings, and keeps what there is until those have something', async () => {
  const { node, choose } = mount(1);
  await passes(1000);
  const old = { settings: 1, snapshot: { step: 1, steps: 2 } };
  runs[0].queue.put(old.snapshot);
  await passes(0);
  choose(2);
  expect(runs[0].signal.aborted).toBe(true);
  await passes(1000);
  expect(node.value).toEqual(old);
  runs[1].queue.put({ step: 1, steps: 2 });
  await passes(0);
  expect(node.value).toEqual({ settings: 2, snapshot: { step: 1, steps: 2 } });
});

it('says what went wrong, and is silent where there is nothing to compute', async () => {
  const { node, says, choose } = mount(undefined);
  expect([node.hidden, node.value]).toEqual([true, undefined]);
  choose(1);
  expect(node.hidden).toBe(false);
  await passes(1000);
  runs[0].queue.fail(new Error('no thread'));
  await passes(0);
  expect(says()).toBe('Failed: no thread.');
  choose(undefined);
  expect(node.hidden).toBe(true);
});

it('takes no more of a run whose control has left the page', async () => {
  const { node, values } = mount(1);
  await passes(1000);
  node.remove();
  runs[0].queue.put({ step: 1, steps: 2 });
  await passes(0);
  expect(values).toEqual([]);
});

it('waits until it is near to what is to be seen', async () => {
  FakeIntersectionObserver.move(false);
  const { node } = mount(1);
  await passes(1000);
  expect([runs.length, node.value]).toEqual([0, { settings: 1, snapshot: undefined }]);
  FakeIntersectionObserver.move(true);
  await passes(1000);
  expect(runs).toHaveLength(1);
});
