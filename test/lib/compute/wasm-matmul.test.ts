import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { random } from '../../../src/lib/statistics/random.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

interface Operand {
  readonly shape: number[];
  readonly values: Float32Array;
}

function operand(
  seed: number,
  name: string,
  batch: readonly number[],
  rows: number,
  columns: number,
): Operand {
  const shape = [...batch, rows, columns];
  const { normal } = random(seed, name);
  return { shape, values: Float32Array.from({ length: tf.util.sizeFromShape(shape) }, normal) };
}

/** The definition, in double precision: `out[…, i, j] = Σ_k a[…, i, k] b[…, k, j]`, batches broadcast. */
function reference(a: Operand, b: Operand, transposeA: boolean, transposeB: boolean): number[] {
  const batch = tf.broadcast_util.assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  const at = ({ shape, values }: Operand, position: number[], i: number, j: number) => {
    const own = shape.slice(0, -2);
    const aligned = position.slice(position.length - own.length);
    const flat = own.reduce((index, size, axis) => index * size + (size === 1 ? 0 : aligned[axis]), 0);
    const [rows, columns] = shape.slice(-2);
    return values[(flat * rows + i) * columns + j];
  };
  const [n, inner] = transposeA ? a.shape.slice(-2).reverse() : a.shape.slice(-2);
  const m = b.shape.at(transposeB ? -2 : -1)!;
  const out: number[] = [];
  for (let pair = 0; pair < tf.util.sizeFromShape(batch); pair++) {
    const position = tf.util.indexToLoc(pair, batch.length, tf.util.computeStrides(batch));
    const full = batch.length === 1 ? [pair] : position;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < m; j++) {
        let sum = 0;
        for (let k = 0; k < inner; k++)
          sum +=
            (transposeA ? at(a, full, k, i) : at(a, full, i, k)) *
            (transposeB ? at(b, full, j, k) : at(b, full, k, j));
        out.push(sum);
      }
  }
  return out;
}

const size = fc.integer({ min: 1, max: 9 });
const batches = fc.constantFrom<[number[], number[]]>(
  [[1], [1]],
  [[4], [4]],
  [[1], [3]],
  [[3], [1]],
  [
    [2, 3],
    [2, 3],
  ],
  [
    [2, 1],
    [1, 3],
  ],
  [[2, 3], [3]],
);

const product = fc
  .record({
    seed: fc.integer(),
    batch: batches,
    n: size,
    inner: size,
    m: size,
    transposeA: fc.boolean(),
    transposeB: fc.boolean(),
  })
  .map(({ seed, batch: [batchA, batchB], n, inner, m, transposeA, transposeB }) => ({
    a: operand(seed, 'a', batchA, ...(transposeA ? ([inner, n] as const) : ([n, inner] as const))),
    b: operand(seed, 'b', batchB, ...(transposeB ? ([m, inner] as const) : ([inner, m] as const))),
    transposeA,
    transposeB,
  }));

const tensor = ({ shape, values }: Operand) => tf.tensor(values, shape);

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++)
    expect(Math.abs(actual[i] - expected[i]), `element ${i}`).toBeLessThan(tolerance);
}

describe('the matrix product on WebAssembly', () => {
  it('is the product by definition, for every transposition and batch', () => {
    fc.assert(
      fc.property(product, ({ a, b, transposeA, transposeB }) => {
        const out = tf.tidy(() => tf.matMul(tensor(a), tensor(b), transposeA, transposeB));
        const expected = reference(a, b, transposeA, transposeB);
        expectClose(out.dataSync(), expected, 2e-5);
        out.dispose();
      }),
    );
  });

  it('transposes matrices of any size without changing a value', () => {
    const sizes = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 3 }),
        sizes,
        sizes,
        (seed, batch, rows, columns) => {
          const a = operand(seed, 'a', [batch], rows, columns);
          const out = tf.tidy(() => tf.matMul(tensor(a), tf.reshape(tf.eye(rows), [1, rows, rows]), true));
          const expected = a.values.map((_, i) => {
            const [matrix, rest] = [Math.floor(i / (rows * columns)), i % (rows * columns)];
            return a.values[matrix * rows * columns + (rest % rows) * columns + Math.floor(rest / rows)];
          });
          expect([...out.dataSync()]).toEqual([...expected]);
          out.dispose();
        },
      ),
    );
  });

  it('has the gradients of the product, summed over what was broadcast', () => {
    fc.assert(
      fc.property(product, ({ a, b, transposeA, transposeB }) => {
        // The product is linear in each operand, so a difference over any step is the derivative, exactly.
        const value = (left: Operand, right: Operand) =>
          reference(left, right, transposeA, transposeB).reduce((sum, x, i) => sum + x * Math.cos(i), 0);
        const moved = (from: Operand, i: number): Operand => ({
          ...from,
          values: from.values.map((x, k) => (k === i ? 0 : x)),
        });
        const unit = (from: Operand, i: number): Operand => ({
          ...from,
          values: from.values.map((x, k) => (k === i ? 1 : x)),
        });
        const [gradA, gradB] = tf.tidy(() =>
          tf.grads((x, y) => {
            const out = tf.matMul(x, y, transposeA, transposeB);
            const weights = tf.tensor(
              Float32Array.from({ length: out.size }, (_, i) => Math.cos(i)),
              out.shape,
            );
            return tf.sum(tf.mul(out, weights));
          })([tensor(a), tensor(b)]),
        );
        const expectedA = a.values.map((_, i) => value(unit(a, i), b) - value(moved(a, i), b));
        const expectedB = b.values.map((_, i) => value(a, unit(b, i)) - value(a, moved(b, i)));
        expect(gradA.shape).toEqual(a.shape);
        expect(gradB.shape).toEqual(b.shape);
        expectClose(gradA.dataSync(), expectedA, 1e-4);
        expectClose(gradB.dataSync(), expectedB, 1e-4);
        tf.dispose([gradA, gradB]);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves no tensor and no memory behind', () => {
    const a = tf.ones([3, 40, 50]);
    const b = tf.ones([3, 60, 50]);
    const before = { tensors: tf.memory().numTensors, bytes: tf.memory().numBytes };
    const backend = tf.backend() as tf.KernelBackend;
    const ids = backend.numDataIds();
    for (let i = 0; i < 200; i++) tf.matMul(a, b, false, true).dispose();
    expect({ tensors: tf.memory().numTensors, bytes: tf.memory().numBytes }).toEqual(before);
    expect(backend.numDataIds()).toBe(ids);
    tf.dispose([a, b]);
  });

  it('survives the growth of memory between its operands', () => {
    const a = tf.fill([1, 2, 3], 2);
    const large = tf.zeros([64, 1024, 1024]); // 256 MB: the module's memory is moved
    const out = tf.matMul(a, tf.ones([1, 3, 2]));
    expect([...out.dataSync()]).toEqual([6, 6, 6, 6]);
    tf.dispose([a, large, out]);
  });

  it('refuses other types than float32', () => {
    expect(() => tf.matMul(tf.ones([2, 2], 'int32'), tf.ones([2, 2], 'int32'))).toThrow(/float32.*int32/);
  });
});
