import { expect, it } from 'vitest';
import { watchLoading } from '../../../kernels/jupyter/cells/loading.js';

it('tells of loads as they come and go, however they end', async () => {
  const told: number[] = [];
  const loading = watchLoading((loads) => told.push(loads));
  let finish: (value: string) => void;
  const first = loading.during(() => new Promise<string>((resolve) => (finish = resolve)));
  await expect(loading.during(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  finish!('value');
  expect(await first).toBe('value');
  expect(told).toEqual([1, 2, 1, 0]);
});

it('forgets what was ended, which changes nothing when it comes back after all', async () => {
  const told: number[] = [];
  const loading = watchLoading((loads) => told.push(loads));
  let finish: () => void;
  const first = loading.during(() => new Promise<void>((resolve) => (finish = resolve)));
  loading.clear();
  const second = loading.during(() => new Promise<void>(() => undefined));
  finish!();
  await first;
  expect(told).toEqual([1, 0, 1]);
  expect(second).toBeInstanceOf(Promise);
});
