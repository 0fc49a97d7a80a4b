import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { reportWhenSlow } from '../../../kernels/jupyter/notebooks/slow-work.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What is reported of work that takes so many milliseconds. */
async function reports(duration: number): Promise<number[]> {
  const told: number[] = [];
  const work = new Promise<string>((resolve) => setTimeout(() => resolve('done'), duration));
  const waited = reportWhenSlow(work, (seconds) => told.push(seconds));
  await vi.advanceTimersByTimeAsync(duration);
  expect(await waited).toBe('done');
  expect(vi.getTimerCount()).toBe(0);
  return told;
}

it('tells of work that takes over two seconds, and again every ten', async () => {
  expect(await reports(1999)).toEqual([]);
  expect(await reports(2001)).toEqual([2]);
  expect(await reports(23_000)).toEqual([2, 12, 22]);
});

it('stops with work that fails', async () => {
  const waited = reportWhenSlow(Promise.reject(new Error('no')), () => undefined);
  await expect(waited).rejects.toThrow('no');
  expect(vi.getTimerCount()).toBe(0);
});
