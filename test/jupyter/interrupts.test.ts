import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startKernel, type TestKernel } from './kernel-client.js';

let kernel: TestKernel;

beforeAll(async () => {
  kernel = await startKernel();
  await kernel.execute('let kept = 42', { metadata: { cellId: 'kept' } });
});
afterAll(() => kernel.close());

/** Runs a cell, stops it after a while, and says how it ended and how long stopping took. */
async function stopped(code: string, after = 300) {
  const id = kernel.start(code);
  await new Promise((resolve) => setTimeout(resolve, after));
  const start = performance.now();
  await kernel.request('control', 'interrupt_request');
  const { reply } = await kernel.finished(id);
  return { reply, seconds: (performance.now() - start) / 1000 };
}

const training = `
import * as tf from '@tensorflow/tfjs-core'
await useBackend('cpu')
const weights = tf.variable(tf.zeros([64, 64]))
const loss = () => tf.tidy(() => tf.sum(tf.square(tf.sub(tf.matMul(weights, weights), tf.eye(64)))))
for (;;) { const { value, grads } = tf.variableGrads(loss); tf.dispose([value, grads]) }`;

describe('an interrupt', () => {
  it.each([
    ['an endless loop', 'while (true);'],
    ['an endless loop of promises', 'while (true) await null'],
    ['a loop that waits', 'for (;;) await new Promise((resolve) => setTimeout(resolve, 5))'],
    ['a promise that never settles', 'await new Promise(() => {})'],
    ['an endless generator', 'for await (const x of (async function* () { for (;;) yield 1 })());'],
    [
      'a loop that catches everything',
      'for (;;) try { await new Promise((r) => setTimeout(r, 1)) } catch {}',
    ],
    ['a loop with a finally', 'try { while (true); } finally { kept }'],
    ['an expression without an end', '/^(a+)+$/.test("a".repeat(60) + "b")'],
    ['a training', training],
  ])('stops %s, and the next cell finds its variables', async (_, code) => {
    const { reply, seconds } = await stopped(code, code === training ? 4000 : 300);
    expect(reply).toMatchObject({ status: 'error', ename: 'Interrupted' });
    // A bound for a machine that is busy; by itself it takes about a tenth of a second.
    expect(seconds).toBeLessThan(5);
    expect((await kernel.execute('kept')).result).toBe('42');
  });

  it('leaves nothing of a training open: scopes, gradients, tensors', async () => {
    const code = `{
      const tf = await import('@tensorflow/tfjs-core');
      const before = tf.memory().numTensors;
      const slope = tf.tidy(() => tf.grad((x) => tf.mul(x, x))(tf.scalar(3)).dataSync()[0]);
      display([slope, tf.memory().numTensors - before, tf.engine().state.scopeStack.length]);
    }`;
    expect(await kernel.execute(code)).toMatchObject({ reply: { status: 'ok' } });
    const shown = kernel.received.filter(({ type }) => type === 'display_data').at(-1)!;
    expect((shown.content.data as Record<string, string>)['text/plain']).toBe('[ 6, 0, 0 ]');
  });

  it('that stops a second run of a cell leaves what its first run defined', async () => {
    const metadata = { cellId: 'redone' };
    await kernel.execute('const redone = 1', { metadata });
    const id = kernel.start('const redone = 2; while (true);', { metadata });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await kernel.request('control', 'interrupt_request');
    await kernel.finished(id);
    expect((await kernel.execute('redone')).result).toBe('1');
  });

  it('may come two hundred times in a row', async () => {
    for (let i = 0; i < 200; i++) {
      const id = kernel.start(i % 2 ? 'while (true);' : 'await new Promise(() => {})');
      // The request and the interrupt come by different sockets: one that came first would find nothing to stop.
      await kernel.find(
        ({ parent, type }) => type === 'status' && 'msg_id' in parent && parent.msg_id === id,
      );
      // Also before the cell has begun, and while it is compiled.
      await new Promise((resolve) => setTimeout(resolve, i % 7));
      await kernel.request('control', 'interrupt_request');
      expect((await kernel.finished(id)).reply.status).toBe('error');
    }
    expect((await kernel.execute('kept')).result).toBe('42');
  }, 180_000);

  it('that finds nothing to stop stops nothing', async () => {
    await kernel.request('control', 'interrupt_request');
    expect((await kernel.execute('kept')).result).toBe('42');
  });
});

describe('a cell that goes wrong', () => {
  it('by process.exit, from a timer or by a rejection that nobody handles, is reported, and the kernel goes on', async () => {
    expect((await kernel.execute('process.exit(3)')).reply.evalue).toMatch(/would end the kernel/);
    await kernel.execute(
      'setTimeout(() => { throw new Error("late one") }, 1); Promise.reject(new Error("lost one"));',
    );
    await expect
      .poll(
        () =>
          kernel.received
            .filter(({ type }) => type === 'stream')
            .map(({ content }) => content.text)
            .join(''),
        {
          timeout: 10_000,
        },
      )
      .toMatch(/lost one[\s\S]*late one/);
    expect((await kernel.execute('kept')).result).toBe('42');
  });

  it('by filling the memory, ends its thread alone, and the message says that variables are gone', async () => {
    const { reply } = await kernel.execute(
      'const full = []; for (;;) full.push(new Array(1e6).fill(Math.random()))',
    );
    expect(reply).toMatchObject({ status: 'error' });
    expect(reply.evalue).toMatch(/ran out of memory.*variables are gone/);
    expect((await kernel.execute('1 + 1')).result).toBe('2');
    expect((await kernel.execute('kept')).reply.evalue).toMatch(/kept is not defined/);
  });
});

it('two hundred cells follow a change of the first, each in its place', async () => {
  await kernel.execute('const x0 = 1', { metadata: { cellId: 'x0' } });
  const places: unknown[] = [];
  for (let i = 1; i < 200; i++) {
    await kernel.execute(`const x${i} = x${i - 1} + 1\nx${i}`, { metadata: { cellId: `x${i}` } });
    const shown = kernel.received.filter(({ type }) => type === 'display_data').at(-1)!;
    places.push((shown.content.transient as { display_id: string }).display_id);
  }
  const { outputs } = await kernel.execute('const x0 = 1001', { metadata: { cellId: 'x0' } });
  const updates = outputs.filter(({ type }) => type === 'update_display_data');
  const found = new Map(
    updates.map(({ content }) => [
      (content.transient as { display_id: string }).display_id,
      (content.data as Record<string, string>)['text/plain'],
    ]),
  );
  expect(places.map((place) => found.get(place as string))).toEqual(
    Array.from({ length: 199 }, (_, i) => String(1002 + i)),
  );
});
