import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LoopNest, Place } from '../../../../src/lib/compute/compiler/loop-nest.js';
import { emitLoops } from '../../../../src/lib/compute/compiler/loops.js';
import { add, constant, leaf, mul, sub } from '../../../../src/lib/compute/compiler/vector.js';
import { createCode, encodeRoutines } from '../../../../src/lib/compute/compiler/wasm-module.js';

const float = Float32Array.BYTES_PER_ELEMENT;
const memory = new WebAssembly.Memory({ initial: 64 });
const floats = new Float32Array(memory.buffer);
/** Where arrays of the tests lie, far enough from each other, in bytes. */
const at = {
  full: 0,
  partial: 400_000,
  turned: 800_000,
  stored: 1_200_000,
  sum: 1_600_000,
  largest: 2_000_000,
};
const untouched = 7;

/** Strides of an array that has some axes of a box, in the order in which they are given. */
function strides(sizes: readonly number[], axes: readonly number[]): number[] {
  const found = sizes.map(() => 0);
  let stride = float;
  for (const axis of axes.toReversed()) {
    found[axis] = stride;
    stride *= sizes[axis];
  }
  return found;
}

const boxes = fc
  .array(fc.constantFrom<number>(1, 2, 3, 4, 5, 8, 9, 37), { minLength: 1, maxLength: 4 })
  .filter((sizes) => sizes.reduce((product, size) => product * size, 1) < 60_000);

const settings = boxes.chain((sizes) => {
  const axes = sizes.map((_, axis) => axis);
  const some = fc.subarray(axes);
  return fc.record({
    sizes: fc.constant(sizes),
    partial: some,
    kept: some,
    order: fc.shuffledSubarray(axes, { minLength: axes.length }),
    seed: fc.integer(),
  });
});

test('loops store, sum and compare what plain loops do, over axes in any order and of any length', () => {
  fc.assert(
    fc.property(settings, ({ sizes, partial, kept, order, seed }) => {
      fill(seed);
      const axes = sizes.map((_, axis) => axis);
      const inputs: Place[] = [
        { address: at.full, strides: strides(sizes, axes) },
        { address: at.partial, strides: strides(sizes, partial) },
        { address: at.turned, strides: strides(sizes, order) },
      ];
      const [stored, sum, largest]: Place[] = [
        { address: at.stored, strides: strides(sizes, axes) },
        { address: at.sum, strides: strides(sizes, kept) },
        { address: at.largest, strides: strides(sizes, kept) },
      ];
      const value = add(mul(leaf(0), leaf(1)), sub(leaf(2), constant(0.25)));
      run({
        sizes,
        inputs,
        results: [
          { kind: 'store', value, to: stored },
          { kind: 'sum', value, to: sum },
          { kind: 'max', value: leaf(2), to: largest },
        ],
      });
      const sums = new Map<number, number>();
      const sizesOfTerms = new Map<number, number>();
      const greatest = new Map<number, number>();
      for (const point of points(sizes)) {
        const [x, y, z] = inputs.map((place) => floats[cell(place, point)]);
        const expected = x * y + (z - 0.25);
        expect(Math.abs(floats[cell(stored, point)] - expected)).toBeLessThan(1e-6);
        sums.set(cell(sum, point), (sums.get(cell(sum, point)) ?? 0) + expected);
        sizesOfTerms.set(cell(sum, point), (sizesOfTerms.get(cell(sum, point)) ?? 0) + Math.abs(expected));
        greatest.set(cell(largest, point), Math.max(greatest.get(cell(largest, point)) ?? -Infinity, z));
      }
      const terms = sizes.reduce((product, size) => product * size, 1) / sums.size;
      for (const [index, expected] of sums)
        // Every addition rounds, whatever their order.
        expect(Math.abs(floats[index] - expected)).toBeLessThan(
          1e-6 + 2 ** -23 * (4 + terms) * sizesOfTerms.get(index)!,
        );
      for (const [index, expected] of greatest) expect(floats[index]).toBe(expected);
      // Not one value beyond the ends.
      expect(floats[(at.stored + 4 * terms * sums.size) / float]).toBe(untouched);
      expect(floats[at.sum / float + sums.size]).toBe(untouched);
      expect(floats[at.largest / float + sums.size]).toBe(untouched);
    }),
    { numRuns: 150 },
  );
});

test('a sum of a million equal numbers is exact to single precision', () => {
  const count = 1_000_000;
  floats.fill(0.1, 0, count);
  const to = { address: 4 * count, strides: [0] };
  run({
    sizes: [count],
    inputs: [{ address: 0, strides: [float] }],
    results: [{ kind: 'sum', value: leaf(0), to }],
  });
  expect(floats[count] / (count * Math.fround(0.1))).toBeCloseTo(1, 5);
});

test('a largest value and a sum hand on what is not a number', () => {
  floats.set([1, NaN, 3, 4, 5]);
  const place = (address: number) => ({ address, strides: [0] });
  run({
    sizes: [5],
    inputs: [{ address: 0, strides: [float] }],
    results: [
      { kind: 'max', value: leaf(0), to: place(400) },
      { kind: 'sum', value: leaf(0), to: place(800) },
    ],
  });
  expect(floats[100]).toBeNaN();
  expect(floats[200]).toBeNaN();
});

function run(nest: LoopNest): void {
  const code = createCode();
  emitLoops(code, nest);
  const module = new WebAssembly.Module(encodeRoutines([], [code], { run: code }));
  (new WebAssembly.Instance(module, { env: { memory } }).exports.run as () => void)();
}

/** Made-up numbers where the inputs lie, and a mark where the results will. */
function fill(seed: number): void {
  let state = (Math.abs(seed) % 2147483646) + 1;
  const end = at.stored / float;
  for (let i = 0; i < end; i++) {
    state = (state * 16807) % 2147483647;
    floats[i] = state / 2147483647 - 0.5;
  }
  floats.fill(untouched, end);
}

const cell = ({ address, strides: steps }: Place, point: readonly number[]) =>
  point.reduce((sum, index, axis) => sum + index * steps[axis], address) / float;

function* points(sizes: readonly number[]): Generator<number[]> {
  if (sizes.length === 0) yield [];
  else
    for (let first = 0; first < sizes[0]; first++)
      for (const rest of points(sizes.slice(1))) yield [first, ...rest];
}
