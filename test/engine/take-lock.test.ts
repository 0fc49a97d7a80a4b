import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeLock } from '../../kernels/engine/take-lock.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'litmus-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

it('has one holder at a time', async () => {
  const lock = path.join(folder, 'a.lock');
  let holders = 0;
  const most: number[] = [];
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      const release = await takeLock(lock);
      most.push((holders += 1));
      await delay(20);
      holders -= 1;
      await release();
    }),
  );
  expect(most).toEqual([1, 1, 1, 1]);
});

it('can be given up waiting for', async () => {
  const lock = path.join(folder, 'a.lock');
  const release = await takeLock(lock);
  const stop = new AbortController();
  const second = takeLock(lock, stop.signal);
  setTimeout(() => stop.abort(), 150);
  await expect(second).rejects.toThrow('abort');
  await expect(takeLock(lock, stop.signal)).rejects.toThrow('abort');
  await release();
  await (
    await takeLock(lock)
  )();
});

it('is not waited for where it cannot be taken', async () => {
  await expect(takeLock(path.join(folder, 'missing', 'a.lock'))).rejects.toThrow('ENOENT');
});
