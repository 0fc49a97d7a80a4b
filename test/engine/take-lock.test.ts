import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { holderFile, type LockHolder, thisProcess, waitingFor } from '../../kernels/engine/lock-holder.js';
import { root } from '../../kernels/engine/root.js';
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

/** A clock that stands still: nothing becomes stale by it. */
const still = () => 0;

/** A clock that is far on whenever it is looked at. */
function racing(): () => number {
  let time = 0;
  return () => (time += 5_000);
}

/** Another process that has taken the lock. */
async function holderOf(lock: string) {
  const script = `import { takeLock } from './kernels/engine/take-lock.ts';
    await takeLock(${JSON.stringify(lock)});
    console.log('taken');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

it('tells once for whom it waits, after a while', async () => {
  const lock = path.join(folder, 'a.lock');
  const release = await takeLock(lock);
  const told: (LockHolder | undefined)[] = [];
  const stop = new AbortController();
  const second = takeLock(lock, stop.signal, { now: racing(), waiting: (holder) => told.push(holder) });
  await delay(500);
  stop.abort();
  await expect(second).rejects.toThrow('abort');
  expect(told).toEqual([thisProcess()]);
  expect(waitingFor(told[0])).toBe(`waiting for process ${process.pid}`);
  expect(waitingFor({ pid: 7, host: 'far', namespace: '' })).toBe('waiting for process 7 on far');
  expect(waitingFor(undefined)).toBe('waiting for another process');
  await release();
});

it('is taken over at once from a process of this machine that was killed', async () => {
  const lock = path.join(folder, 'a.lock');
  const child = await holderOf(lock);
  child.kill('SIGKILL');
  await once(child, 'exit');
  // By its date it would be fresh for another hour.
  const date = new Date(Date.now() + 3_600_000);
  await utimes(lock, date, date);
  // Four at once, and still one at a time.
  let holders = 0;
  const most: number[] = [];
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      const release = await takeLock(lock, undefined, { now: still });
      most.push((holders += 1));
      await delay(20);
      holders -= 1;
      await release();
    }),
  );
  expect(most).toEqual([1, 1, 1, 1]);
  expect(await readdir(folder)).toEqual([]);
});

it('is taken over where its date does not change, also from a date in the future', async () => {
  for (const hours of [-1, 1]) {
    const lock = path.join(folder, `${hours}.lock`);
    await mkdir(lock);
    const date = new Date(Date.now() + hours * 3_600_000);
    await utimes(lock, date, date);
    await (
      await takeLock(lock, undefined, { now: racing() })
    )();
  }
  expect(await readdir(folder)).toEqual([]);
});

it.each([
  ['another machine', { ...thisProcess(), host: 'elsewhere', pid: 2 ** 30 }],
  ['another container', { ...thisProcess(), namespace: 'pid:[1]', pid: 2 ** 30 }],
  ['a process that runs', thisProcess()],
])('is left to %s while that may be alive', async (_, holder) => {
  const lock = path.join(folder, 'a.lock');
  await mkdir(lock);
  await writeFile(holderFile(lock), JSON.stringify(holder));
  const stop = new AbortController();
  const taken = takeLock(lock, stop.signal, { now: still });
  setTimeout(() => stop.abort(), 400);
  await expect(taken).rejects.toThrow('abort');
});
