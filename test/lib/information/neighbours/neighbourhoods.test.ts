import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Metric } from '../../../../src/lib/information/neighbours/metric.js';
import { neighbourhoods, type Search } from '../../../../src/lib/information/neighbours/neighbourhoods.js';
import { random } from '../../../../src/lib/statistics/random.js';
import { weylPoints } from '../weyl-points.js';

const metrics: readonly Metric[] = ['maximum', 'euclidean'];
const searches: readonly Search[] = ['tree', 'pairs'];

/** The definition, coordinate after coordinate; even and odd ones are summed apart, as the routines do. */
function distance(points: Float64Array, dimension: number, i: number, j: number, metric: Metric): number {
  const sums = [0, 0];
  let largest = 0;
  for (let c = 0; c < dimension; c++) {
    const difference = points[i * dimension + c] - points[j * dimension + c];
    sums[c % 2] += difference * difference;
    largest = Math.max(largest, Math.abs(difference));
  }
  return metric === 'maximum' ? largest : Math.sqrt(sums[0] + sums[1]);
}

/** All distances of each point to the others, ascending. */
function allDistances(points: Float64Array, dimension: number, metric: Metric): number[][] {
  const n = points.length / dimension;
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => j)
      .filter((j) => j !== i)
      .map((j) => distance(points, dimension, i, j, metric))
      .sort((a, b) => a - b),
  );
}

/** Point sets of up to 150 points; on a coarse grid, so that ties and duplicates are the rule, or anywhere. */
const samples = fc
  .record({
    n: fc.integer({ min: 2, max: 150 }),
    dimension: fc.integer({ min: 1, max: 11 }),
    levels: fc.constantFrom(1, 2, 4, Infinity),
    seed: fc.integer(),
  })
  .map(({ n, dimension, levels, seed }) => {
    const { uniform, normal } = random(seed);
    const draw = levels === Infinity ? normal : () => Math.floor(levels * uniform());
    return { points: Float64Array.from({ length: n * dimension }, draw), dimension, n };
  });

describe.each(metrics)('neighbourhoods in the %s metric', (metric) => {
  it.each([
    ['tree', samples],
    ['pairs', samples],
    ['order', samples.map(({ points, n }) => ({ points: points.slice(0, n), dimension: 1, n }))],
  ] as const)('are those of the definition, to the last bit, by %s', (search, of) => {
    fc.assert(
      fc.property(of, fc.double({ min: 0, max: 1, noNaN: true }), ({ points, dimension, n }, share) => {
        const k = 1 + Math.floor(share * (n - 2));
        const index = neighbourhoods(points, dimension, metric, search);
        const expected = allDistances(points, dimension, metric);
        const { distances, indices } = index.nearest(k);
        expect(Array.from(distances)).toEqual(expected.flatMap((row) => row.slice(0, k)));
        for (let i = 0; i < n; i++) {
          const named = Array.from(indices.subarray(i * k, (i + 1) * k));
          expect(new Set([...named, i]).size).toBe(k + 1);
          expect(named.map((j) => distance(points, dimension, i, j, metric))).toEqual(
            Array.from(distances.subarray(i * k, (i + 1) * k)),
          );
        }
        // Radii that are distances, where "strictly" matters, and others.
        const kth = Float64Array.from({ length: n }, (_, i) => distances[i * k + k - 1]);
        for (const radii of [
          kth,
          kth.map((radius) => radius * (0.5 + share)),
          new Float64Array(n).fill(1.5),
        ]) {
          const counts = index.closer(radii);
          expect(Array.from(counts)).toEqual(
            expected.map((row, i) => row.filter((apart) => apart < radii[i]).length),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('agree with SciPy 1.17.1 (cKDTree) on Weyl points', () => {
    const index = neighbourhoods(weylPoints, 4, metric);
    const { distances } = index.nearest(3);
    const sums = [0, 1, 2].map((at) => distances.filter((_, i) => i % 3 === at).reduce((a, b) => a + b));
    const expected =
      metric === 'euclidean'
        ? [32.46935956267643, 47.90556594332648, 62.19911781951661]
        : [23.743928264543516, 33.16109081033518, 42.37173803460719];
    sums.forEach((sum, at) => expect(sum).toBeCloseTo(expected[at], 11));
    const counts = index.closer(new Float64Array(200).fill(0.3));
    expect(counts.reduce((a, b) => a + b)).toBe(metric === 'euclidean' ? 500 : 2420);
    expect(Array.from(counts.subarray(0, 5))).toEqual(
      metric === 'euclidean' ? [4, 5, 1, 3, 3] : [20, 18, 9, 9, 10],
    );
  });

  it('are the same by tree and by pairs in a larger sample', () => {
    const { normal } = random(3);
    const points = Float64Array.from({ length: 3000 * 5 }, normal);
    const [byTree, byPairs] = searches.map((search) => neighbourhoods(points, 5, metric, search));
    const near = byTree.nearest(4);
    expect(near.distances).toEqual(byPairs.nearest(4).distances);
    const radii = Float64Array.from({ length: 3000 }, (_, i) => near.distances[4 * i + 3]);
    expect(byTree.closer(radii)).toEqual(byPairs.closer(radii));
    expect(byTree.closer(radii)).toEqual(new Uint32Array(3000).fill(3));
  });
});

it('duplicates leave the tree balanced: a hundred thousand of them are searched at once', () => {
  const index = neighbourhoods(new Float64Array(100_000).fill(7), 1, 'maximum', 'tree');
  expect(index.closer(new Float64Array(100_000).fill(1e-9))).toEqual(new Uint32Array(100_000).fill(99_999));
});

it('numbers by default have the neighbourhoods that a tree finds, whatever the radius', () => {
  const { normal } = random(4);
  const numbers = Float64Array.from({ length: 2000 }, (_, i) => (i % 3 ? normal() : Math.round(normal())));
  const radii = numbers.map((value, i) => [0, 0.5, Infinity, 1, Math.abs(value)][i % 5]);
  for (const metric of metrics) {
    const [own, byTree] = [neighbourhoods(numbers, 1, metric), neighbourhoods(numbers, 1, metric, 'tree')];
    expect(own.closer(radii)).toEqual(byTree.closer(radii));
    expect(own.nearest(5).distances).toEqual(byTree.nearest(5).distances);
  }
});

it('says what is wrong', () => {
  const two = neighbourhoods(Float64Array.of(0, 1), 1, 'maximum');
  expect(() => two.closer(Float64Array.of(1, NaN))).toThrow('the radius of point 1 is no number');
  const far = Float64Array.of(1e160, 2e160, 1e-160, 0);
  expect(() => neighbourhoods(far, 2, 'euclidean')).toThrow('scale them towards one');
  expect(() => neighbourhoods(Float64Array.of(1e-160, 2e-160), 1, 'euclidean')).toThrow('scale them');
  expect(() => neighbourhoods(Float64Array.of(1.7e308, -1.7e308), 1, 'maximum')).toThrow('scale them');
  expect(
    neighbourhoods(Float64Array.of(1e160, 3e160), 1, 'maximum').nearest(1).distances[0] / 2e160,
  ).toBeCloseTo(1, 12);
  expect(() => neighbourhoods(Float64Array.of(0, 1, 2), 2, 'maximum')).toThrow(RangeError);
  expect(() => neighbourhoods(Float64Array.of(0, 1, 2, NaN), 2, 'maximum')).toThrow(
    'point 1 has the coordinate NaN',
  );
  expect(() => neighbourhoods(Float64Array.of(0, 1), 2, 'maximum', 'order')).toThrow('have no order');
  const index = neighbourhoods(Float64Array.of(0, 1, 2), 1, 'maximum');
  for (const k of [0, 3, 1.5]) expect(() => index.nearest(k)).toThrow('from 1 to 2');
  expect(() => index.closer(Float64Array.of(1))).toThrow('1 radii for 3 points');
});
