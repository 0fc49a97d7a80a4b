import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { fusedMultiplyAdd } from '../../../src/lib/compute/fused-multiply-add.js';
import { random } from '../../../src/lib/statistics/random.js';
import { fusedStep, plainStep } from './rounded-steps.js';

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

/**
 * The definition: `out[…, i, j] = Σ_k a[…, i, k] b[…, k, j]`, batches broadcast, summed in the order of k.
 *
 * @param next the sum after one more term; in double precision where omitted
 */
function reference(
  a: Operand,
  b: Operand,
  transposeA: boolean,
  transposeB: boolean,
  next = (sum: number, x: number, y: number) => sum + x * y,
): number[] {
  const batch = tf.broadcast_util.assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  const matrix = ({ shape, values }: Operand, position: number[], transpose: boolean) => {
    const own = shape.slice(0, -2);
    const aligned = position.slice(position.length - own.length);
    const flat = own.reduce((index, size, axis) => index * size + (size === 1 ? 0 : aligned[axis]), 0);
    const [rows, columns] = shape.slice(-2);
    const start = flat * rows * columns;
    return transpose
      ? (i: number, j: number) => values[start + j * columns + i]
      : (i: number, j: number) => values[start + i * columns + j];
  };
  const [n, inner] = transposeA ? a.shape.slice(-2).reverse() : a.shape.slice(-2);
  const m = b.shape.at(transposeB ? -2 : -1)!;
  const out: number[] = [];
  for (let pair = 0; pair < tf.util.sizeFromShape(batch); pair++) {
    const position = tf.util.indexToLoc(pair, batch.length, tf.util.computeStrides(batch));
    const full = batch.length === 1 ? [pair] : position;
    const left = matrix(a, full, transposeA);
    const right = matrix(b, full, transposeB);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < m; j++) {
        let sum = 0;
        for (let k = 0; k < inner; k++) sum = next(sum, left(i, k), right(k, j));
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
  [
    [2, 1, 3],
    [1, 4, 3],
  ],
  [
    [3, 2, 2],
    [3, 1, 1],
  ],
);

interface Product {
  readonly a: Operand;
  readonly b: Operand;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

/** Products of matrices whose sizes are drawn from `sizes`. */
const products = (sizes: fc.Arbitrary<number>): fc.Arbitrary<Product> =>
  fc
    .record({
      seed: fc.integer(),
      batch: batches,
      n: sizes,
      inner: sizes,
      m: sizes,
      transposeA: fc.boolean(),
      transposeB: fc.boolean(),
    })
    .map(({ seed, batch: [batchA, batchB], n, inner, m, transposeA, transposeB }) => ({
      a: operand(seed, 'a', batchA, ...(transposeA ? ([inner, n] as const) : ([n, inner] as const))),
      b: operand(seed, 'b', batchB, ...(transposeB ? ([m, inner] as const) : ([inner, m] as const))),
      transposeA,
      transposeB,
    }));

const product = products(size);

/** The product that the backend computes. */
function computed({ a, b, transposeA, transposeB }: Product): number[] {
  const out = tf.tidy(() => tf.matMul(tensor(a), tensor(b), transposeA, transposeB));
  const values = [...out.dataSync()];
  out.dispose();
  return values;
}

/** The sums in their order in single precision: each term rounded once, or its product before as well. */
const inOrder = ({ a, b, transposeA, transposeB }: Product) =>
  reference(a, b, transposeA, transposeB, fusedMultiplyAdd() ? fusedStep : plainStep);

const eachTransposition = it.each([
  { transposeA: false, transposeB: false },
  { transposeA: false, transposeB: true },
  { transposeA: true, transposeB: false },
  { transposeA: true, transposeB: true },
]);

const tensor = ({ shape, values }: Operand) => tf.tensor(values, shape);

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++)
    expect(Math.abs(actual[i] - expected[i]), `element ${i}`).toBeLessThan(tolerance);
}

/** What holds of products, whether this engine fuses them or not. */
export function testProducts(): void {
  beforeAll(async () => {
    await prepareBackend('wasm');
  });

  describe('the matrix product on WebAssembly', () => {
    it('is the product by definition, for every transposition and batch', () => {
      fc.assert(
        fc.property(product, (drawn) => {
          const { a, b, transposeA, transposeB } = drawn;
          expectClose(computed(drawn), reference(a, b, transposeA, transposeB), 2e-5);
        }),
      );
    });

    it('sums the terms of every element in their order, whatever the sizes', () => {
      // Around the four rows, eight columns and 256 terms that are worked off together, and none at all.
      const sizes = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(1, 2, 4, 8, 16));
      fc.assert(
        fc.property(products(sizes), (drawn) => {
          expect(computed(drawn)).toEqual(inOrder(drawn));
        }),
        { numRuns: 300 },
      );
    });

    eachTransposition('does so for long sums of many rows: %o', ({ transposeA, transposeB }) => {
      for (const [n, inner, m] of [
        [261, 517, 37],
        [2, 600, 130],
        [1, 517, 43],
        [43, 517, 1],
        [1, 300, 1],
      ]) {
        const a = transposeA ? operand(1, 'a', [1], inner, n) : operand(1, 'a', [1], n, inner);
        const b = transposeB ? operand(1, 'b', [1], m, inner) : operand(1, 'b', [1], inner, m);
        const values = computed({ a, b, transposeA, transposeB });
        expect(values).toEqual(inOrder({ a, b, transposeA, transposeB }));
        const magnitude = ({ shape, values: signed }: Operand) => ({ shape, values: signed.map(Math.abs) });
        const bounds = reference(magnitude(a), magnitude(b), transposeA, transposeB);
        reference(a, b, transposeA, transposeB).forEach((exact, i) =>
          expect(Math.abs(values[i] - exact), `element ${i}`).toBeLessThanOrEqual(
            inner * 2 ** -23 * bounds[i],
          ),
        );
      }
    });

    it('hands on infinities and what is not a number to the elements that they enter, and to no other', () => {
      const special = fc.constantFrom(Infinity, -Infinity, NaN, -0, 0, 3e38, 1e-42);
      const places = fc.array(fc.record({ at: fc.nat(), value: special, ofB: fc.boolean() }), {
        maxLength: 4,
      });
      fc.assert(
        fc.property(products(fc.integer({ min: 1, max: 20 })), places, (drawn, changes) => {
          for (const { at, value, ofB } of changes) {
            const { values } = ofB ? drawn.b : drawn.a;
            values[at % values.length] = value;
          }
          expect(computed(drawn)).toEqual(inOrder(drawn));
        }),
      );
    });

    it('computes a member of a stack to the same bits as alone', () => {
      fc.assert(
        fc.property(products(fc.integer({ min: 1, max: 40 })), ({ a, b, transposeA, transposeB }) => {
          const count = Math.max(...[a, b].map(({ shape }) => tf.util.sizeFromShape(shape.slice(0, -2))));
          const stack = ({ shape, values }: Operand): Operand => {
            const [rows, columns] = shape.slice(-2);
            const matrix = values.slice(0, rows * columns);
            const all = Float32Array.from({ length: count * matrix.length }, (_, i) =>
              Math.fround(matrix[i % matrix.length] * (1 + Math.floor(i / matrix.length))),
            );
            return { shape: [count, rows, columns], values: all };
          };
          const [left, right] = [stack(a), stack(b)];
          const member = ({ shape, values }: Operand, index: number): Operand => {
            const length = shape[1] * shape[2];
            return {
              shape: [1, ...shape.slice(1)],
              values: values.slice(index * length, (index + 1) * length),
            };
          };
          const alone = Array.from({ length: count }, (_, index) =>
            computed({ a: member(left, index), b: member(right, index), transposeA, transposeB }),
          );
          expect(computed({ a: left, b: right, transposeA, transposeB })).toEqual(alone.flat());
        }),
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
}
