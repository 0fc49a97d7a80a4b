import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aliveIn,
  cancelRun,
  createRun,
  currentRun,
  enter,
  trackTimers,
} from '../../../kernels/jupyter/cells/run.js';

const { setTimeout: sleepTimer, setInterval: interval, setImmediate: immediate } = globalThis;
beforeAll(trackTimers);
afterAll(() =>
  Object.assign(globalThis, { setTimeout: sleepTimer, setInterval: interval, setImmediate: immediate }),
);

const newRun = () => createRun({ execution: 'e', silent: false, requested: true });
const sleep = (milliseconds: number) => new Promise<void>((resolve) => sleepTimer(resolve, milliseconds));

describe('what a run awaits', () => {
  it('is passed on while it goes on, errors too', async () => {
    const alive = aliveIn(newRun());
    expect(await alive(1)).toBe(1);
    expect(await alive(Promise.resolve(2))).toBe(2);
    expect(await alive({ then: (done: (value: number) => void) => done(3) })).toBe(3);
    await expect(alive(Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('never comes once it is cancelled', async () => {
    const run = newRun();
    const alive = aliveIn(run);
    const came: string[] = [];
    const note = (name: string) => () => void came.push(name);
    void Promise.resolve(alive(sleep(5))).then(note('value'), note('error'));
    void Promise.resolve(alive(Promise.reject(new Error('no')))).then(note('value'), note('error'));
    cancelRun(run);
    void Promise.resolve(alive(1)).then(note('value'));
    await sleep(20);
    expect(came).toEqual([]);
  });

  it('makes the code that goes on part of the run again', async () => {
    const [one, two] = [newRun(), newRun()];
    const waiting = (async () => {
      await aliveIn(one)(sleep(5));
      return currentRun();
    })();
    enter(two, () => undefined);
    expect(currentRun()).toBe(two);
    expect(await waiting).toBe(one);
  });

  it('is every value of an iteration, and its end', async () => {
    const alive = aliveIn(newRun());
    const values: unknown[] = [];
    for await (const value of alive.each([1, Promise.resolve(2)])) values.push(value);
    let closed = false;
    async function* endless() {
      try {
        for (let i = 0; ; i++) yield i;
      } finally {
        closed = true;
      }
    }
    for await (const value of alive.each(endless())) if (values.push(value) === 4) break;
    expect([values, closed]).toEqual([[1, 2, 0, 1], true]);
  });
});

describe('timers', () => {
  it('of a run fire as part of it', async () => {
    const [one, two] = [newRun(), newRun()];
    const fired = enter(one, () => [
      new Promise((resolve) => setTimeout((value: string) => resolve([value, currentRun()]), 5, 'given')),
      new Promise((resolve) => setImmediate(() => resolve(['', currentRun()]))),
    ]);
    enter(two, () => undefined);
    expect(await Promise.all(fired)).toEqual([
      ['given', one],
      ['', one],
    ]);
    expect(one.timers.size).toBe(0);
  });

  it('fire no more once it is cancelled, nor do those that it starts then', async () => {
    const run = newRun();
    let count = 0;
    enter(run, () => {
      setInterval(() => count++, 2);
      setTimeout(() => count++, 10);
      setImmediate(() => count++);
    });
    cancelRun(run);
    enter(run, () => {
      setTimeout(() => count++, 0);
      setInterval(() => count++, 1);
    });
    await sleep(30);
    expect(count).toBe(0);
  });

  it('can be cleared, and promisified as Node does', async () => {
    const run = newRun();
    let count = 0;
    await enter(run, async () => {
      clearTimeout(setTimeout(() => count++, 1));
      expect(await promisify(setTimeout)(1, 'slept')).toBe('slept');
    });
    await sleep(10);
    expect(count).toBe(0);
  });
});
