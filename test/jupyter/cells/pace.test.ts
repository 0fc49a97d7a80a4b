import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { createPace, taken, taker } from '../../../kernels/jupyter/cells/pace.js';

/** A thread that counts what it has sent where the test can see it. */
const sender = `
  const { workerData: { module, pace, count, total } } = require('node:worker_threads');
  import('tsx/esm/api').then(({ register }) => (register(), import(module))).then(({ sent }) => {
    for (let i = 0; i < total; i++) {
      Atomics.add(count, 0, 1);
      sent(pace, 1 << 15);
    }
  });
`;

it('a thread that sends is at most some hundred messages ahead, and goes on as they are taken', async () => {
  const pace = createPace();
  const count = new Int32Array(new SharedArrayBuffer(4));
  const total = 3000;
  const module = new URL('../../../kernels/jupyter/cells/pace.ts', import.meta.url).href;
  const worker = new Worker(sender, { eval: true, workerData: { module, pace, count, total } });
  const ended = new Promise((resolve) => worker.on('exit', resolve));
  let received = 0;
  let ahead = 0;
  while (received < total) {
    const now = Atomics.load(count, 0);
    ahead = Math.max(ahead, now - received);
    if (now > received) {
      received += 1;
      taken(pace, 1 << 15);
    } else await new Promise((resolve) => setTimeout(resolve, 1));
    if (received % 500 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await ended).toBe(0);
  expect(ahead).toBeGreaterThan(200);
  expect(ahead).toBeLessThanOrEqual(258);
});

it('what waits for room is counted as taken once, when there is room or all is released', async () => {
  const pace = createPace();
  pace[0] = 60;
  const { take, release } = taker(pace);
  let first: () => void;
  take(10, new Promise<void>((resolve) => (first = resolve)));
  take(20);
  expect(pace[0]).toBe(40);
  first!();
  await Promise.resolve();
  expect(pace[0]).toBe(30);
  let second: () => void;
  take(30, new Promise<void>((resolve) => (second = resolve)));
  release();
  expect(pace[0]).toBe(0);
  second!();
  await Promise.resolve();
  expect(pace[0]).toBe(0);
});
