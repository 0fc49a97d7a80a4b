import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ThreadReply, ThreadRequest } from '../../src/components/live-messages.js';
import { runInThread, threadPool } from '../../src/components/live-thread.js';

/** In the place of the browser's: a thread that a test answers for. */
class FakeWorker extends EventTarget {
  static readonly started: FakeWorker[] = [];
  readonly asked: ThreadRequest[] = [];
  ended = false;
  constructor() {
    super();
    FakeWorker.started.push(this);
  }
  postMessage(request: ThreadRequest) {
    this.asked.push(request);
  }
  terminate() {
    this.ended = true;
  }
  reply(data: ThreadReply) {
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }
  fail(message: string) {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}

const computation = { address: '/a.js', generator: 'count', wasm: '/w.wasm' };
let controller: AbortController;

/** A run that has begun, with its thread. */
async function begun() {
  const run = runInThread<number, number>(computation, 3, controller.signal);
  const first = run.next();
  await Promise.resolve();
  return { run, first, thread: FakeWorker.started.at(-1)! };
}

beforeEach(() => {
  FakeWorker.started.length = 0;
  controller = new AbortController();
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => vi.unstubAllGlobals());

describe('runInThread', () => {
  it('asks once, yields what the thread answers, and ends it with the run', async () => {
    const { run, first, thread } = await begun();
    expect(thread.asked).toEqual([{ ...computation, settings: 3 }]);
    thread.reply({ type: 'snapshot', snapshot: 1 });
    expect(await first).toEqual({ value: 1, done: false });
    thread.reply({ type: 'snapshot', snapshot: 2 });
    thread.reply({ type: 'end' });
    expect(await run.next()).toEqual({ value: 2, done: false });
    expect(thread.ended).toBe(false);
    expect(await run.next()).toEqual({ value: undefined, done: true });
    expect(thread.ended).toBe(true);
    expect(FakeWorker.started).toHaveLength(1);
  });

  it('ends the thread at once where it is aborted, in the midst of a step', async () => {
    const { first, thread } = await begun();
    controller.abort(new Error('enough'));
    expect(thread.ended).toBe(true);
    await expect(first).rejects.toThrow('enough');
    await expect(runInThread(computation, 3, controller.signal).next()).rejects.toThrow('enough');
    expect(FakeWorker.started).toHaveLength(1);
  });

  it('ends the thread where nobody takes more', async () => {
    const { run, first, thread } = await begun();
    thread.reply({ type: 'snapshot', snapshot: 1 });
    await first;
    await run.return();
    expect(thread.ended).toBe(true);
  });

  it('throws what the generator threw', async () => {
    const { first, thread } = await begun();
    thread.reply({ type: 'failed', message: 'no steps' });
    await expect(first).rejects.toThrow(/^no steps$/);
    expect(thread.ended).toBe(true);
  });

  it('says in words that a browser starts no such thread', async () => {
    const { first, thread } = await begun();
    thread.fail('SyntaxError: Cannot use import statement outside a module');
    await expect(first).rejects.toThrow(/did not start the thread.*outside a module.*Firefox 114/);
    vi.stubGlobal('Worker', undefined);
    const run = runInThread(computation, 3, controller.signal);
    await expect(run.next()).rejects.toThrow(/did not start the thread.*it has no workers/);
  });
});

describe('a pool of threads', () => {
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  /** Three runs among two threads, of which one has to wait. */
  const three = async () => {
    const pool = threadPool(2, controller.signal);
    const heard: unknown[] = [];
    const runs = [1, 2, 3].map((settings) => pool.run(computation, settings, (one) => heard.push(one)));
    const settled = Promise.allSettled(runs);
    await turn();
    return { pool, heard, settled };
  };

  it('gives a thread that is free the next run, and ends its threads when it is closed', async () => {
    const { pool, heard, settled } = await three();
    const [first, second] = FakeWorker.started;
    expect([first.asked.length, second.asked.length]).toEqual([1, 1]);
    second.reply({ type: 'snapshot', snapshot: 'b' });
    second.reply({ type: 'failed', message: 'no steps' });
    await turn();
    expect(second.asked.map(({ settings }) => settings)).toEqual([2, 3]);
    second.reply({ type: 'snapshot', snapshot: 'c' });
    for (const thread of [first, second]) thread.reply({ type: 'end' });
    expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(heard).toEqual(['b', 'c']);
    expect(FakeWorker.started.map(({ ended }) => ended)).toEqual([false, false]);
    pool.close();
    expect(FakeWorker.started.map(({ ended }) => ended)).toEqual([true, true]);
  });

  it('ends every thread at once where it is aborted, and whoever waits for one hears of it', async () => {
    const { settled } = await three();
    controller.abort(new Error('enough'));
    expect(FakeWorker.started.map(({ ended }) => ended)).toEqual([true, true]);
    expect((await settled).map((run) => (run as PromiseRejectedResult).reason as unknown)).toEqual(
      Array(3).fill(new Error('enough')),
    );
    expect(FakeWorker.started.flatMap(({ asked }) => asked)).toHaveLength(2);
  });
});
