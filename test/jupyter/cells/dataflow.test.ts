import { Runtime } from '@observablehq/runtime';
import { describe, expect, it } from 'vitest';
import { type Known, type Node, placeNode, type Replay } from '../../../kernels/jupyter/cells/dataflow.js';

/** A dataflow whose nodes note what happens to them. */
function dataflow() {
  const main = new Runtime().module();
  const notes: string[] = [];
  const put = (key: string, names: string[], inputs: string[], compute: Node['compute'], replay?: Replay) =>
    placeNode(
      main,
      {
        key,
        names,
        inputs,
        compute(...values) {
          notes.push(`${key} computes`);
          return compute(...values);
        },
        fulfilled: (value) => void notes.push(`${key} = ${JSON.stringify(value)}`),
        rejected: (error) => void notes.push(`${key} fails: ${(error as Error).message}`),
        settled: () => undefined,
        ready: () => undefined,
      },
      replay,
    );
  const take = async () => {
    for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
    return notes.splice(0);
  };
  return { put, take };
}

const known = (value: unknown, defined: Record<string, unknown> = {}): Known => ({
  outcome: { state: 'fulfilled', value },
  defined: new Map(Object.entries(defined).map(([name, value]) => [name, { state: 'fulfilled', value }])),
});
const unchanged = { changed: () => false };

describe('a computation', () => {
  it('is computed when its inputs are, and knows what it and its names came to', async () => {
    const { put, take } = dataflow();
    const a = put('A', ['x', 'y'], [], () => Promise.resolve({ x: 1, y: 2 }));
    const b = put('B', [], ['x', 'y'], (x, y) => Number(x) + Number(y));
    expect(a.now().outcome).toEqual({ state: 'pending' });
    expect(a.isSettled()).toBe(false);
    expect(await take()).toEqual(['A computes', 'A = {"x":1,"y":2}', 'B computes', 'B = 3']);
    expect(a.now()).toEqual(known({ x: 1, y: 2 }, { x: 1, y: 2 }));
    expect([a.isSettled(), b.isSettled()]).toEqual([true, true]);
  });

  it('fails with its error, and so does what uses it', async () => {
    const { put, take } = dataflow();
    const a = put('A', ['x'], [], () => {
      throw new Error('bad');
    });
    put('B', [], ['x'], (x) => x);
    expect(await take()).toEqual(['A computes', 'A fails: bad', 'B fails: bad']);
    expect(a.now().outcome).toMatchObject({ state: 'rejected', error: { message: 'bad' } });
  });

  it('lets go of a name, which another may then define; what is removed is heard no more', async () => {
    const { put, take } = dataflow();
    const a = put('A', ['x', 'y'], [], () => ({ x: 1, y: 2 }));
    put('B', [], ['x'], (x) => x);
    await take();
    a.release('x');
    const c = put('C', ['x'], [], () => ({ x: 3 }));
    expect(await take()).toEqual(['C computes', 'C = {"x":3}', 'B computes', 'B = 3']);
    expect([...a.now().defined.keys()]).toEqual(['y']);
    c.remove();
    expect(await take()).toEqual(['B fails: x is not defined']);
  });

  it('that is detached is heard no more', async () => {
    const { put, take } = dataflow();
    put('A', [], [], () => 1).detach();
    expect(await take()).toEqual(['A computes']);
  });
});

describe('a computation that is taken over', () => {
  it('is not computed, and tells nothing', async () => {
    const { put, take } = dataflow();
    const exports = { x: 1 };
    const a = put('A', ['x'], [], () => ({ x: 2 }), { known: known(exports, { x: 1 }), ...unchanged });
    const b = put('B', [], ['x'], (x) => x, { known: known(1), ...unchanged });
    expect(a.now()).toEqual(known(exports, { x: 1 }));
    expect(b.isSettled()).toBe(false);
    expect(await take()).toEqual([]);
    expect([a.isSettled(), b.isSettled(), b.now()]).toEqual([true, true, known(1)]);
  });

  it('is computed where an input is another, at once or later', async () => {
    const { put, take } = dataflow();
    put('A', ['x'], [], () => ({ x: 2 }));
    const changed = { changed: ([x]: readonly unknown[]) => x !== 1 };
    put('B', [], ['x'], (x) => x, { known: known(1), ...changed });
    expect(await take()).toEqual(['A computes', 'A = {"x":2}', 'B computes', 'B = 2']);
  });

  it('keeps the value that a generator had come to', async () => {
    const { put, take } = dataflow();
    const exports = { x: [].values() };
    put('A', ['x'], [], () => ({}), { known: known(exports, { x: 7 }), ...unchanged });
    put('B', [], ['x'], (x) => x);
    expect(await take()).toEqual(['B computes', 'B = 7']);
  });

  it('keeps its failure, unless what failed it is mended', async () => {
    const { put, take } = dataflow();
    const failed: Known = { outcome: { state: 'rejected', error: new Error('old') }, defined: new Map() };
    const a = put('A', [], [], () => 1, { known: failed, ...unchanged });
    put('B', [], ['x'], (x) => x, { known: failed, changed: () => true });
    const c = put('C', [], ['absent'], (x) => x, { known: known(1), ...unchanged });
    put('X', ['x'], [], () => ({ x: 5 }));
    expect((await take()).sort()).toEqual([
      'B = 5',
      'B computes',
      'C fails: absent is not defined',
      'X = {"x":5}',
      'X computes',
    ]);
    expect(a.now().outcome).toMatchObject({ error: { message: 'old' } });
    expect(c.now().outcome.state).toBe('rejected');
  });
});
