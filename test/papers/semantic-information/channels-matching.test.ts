import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  featureInformation,
  likeliestPartition,
  matchPartition,
  partitionInformation,
  type Sensing,
} from '../../../src/papers/semantic-information/channels-matching.js';
import { normalClasses } from '../../../src/papers/semantic-information/normal-classes.js';
import { integerGrid, normalOnGrid } from '../../../src/papers/semantic-information/normal-on-grid.js';

const grid = integerGrid(100);

function line(weights: readonly number[], laws: readonly (readonly [number, number])[]): Sensing {
  const rows = laws.map(([mean, deviation]) => normalOnGrid(grid, mean, deviation));
  const likelihood = Float64Array.from(
    { length: grid.length * rows.length },
    (_, at) => rows[at % rows.length][Math.floor(at / rows.length)],
  );
  return { prior: Float64Array.from(weights), likelihood };
}

const cut = (boundary: number) => Uint8Array.from(grid, (z) => Number(z >= boundary));

describe('two classes on a line, against an implementation in Python with NumPy 2', () => {
  const sensing = line(
    [0.8, 0.2],
    [
      [30, 15],
      [70, 10],
    ],
  );

  it('round by round from 50', () => {
    const rounds = [...matchPartition(sensing, cut(50), 2)];
    expect(rounds.map(({ partition }) => partition.indexOf(1))).toEqual([50, 53, 54, 55]);
    [0.447896, 0.469931, 0.473443, 0.474802].forEach((value, i) =>
      expect(rounds[i].information).toBeCloseTo(value, 6),
    );
  });

  it('to the same end from 20', () => {
    expect([...matchPartition(sensing, cut(20), 2)].at(-1)?.information).toBeCloseTo(0.474802, 6);
  });

  it('the likeliest class cuts elsewhere and keeps less', () => {
    const likeliest = likeliestPartition(sensing);
    expect(likeliest).toEqual(cut(58));
    expect(partitionInformation(sensing, likeliest, 2)).toBeCloseTo(0.46514, 6);
  });

  it('may freeze a cell off the best cut', () => {
    const other = line(
      [0.7, 0.3],
      [
        [35, 12],
        [60, 8],
      ],
    );
    const end = [...matchPartition(other, cut(50), 2)].at(-1);
    expect(end?.partition).toEqual(cut(50));
    expect(end?.information).toBeCloseTo(0.442246, 6);
    expect(partitionInformation(other, cut(49), 2)).toBeCloseTo(0.443222, 6);
  });
});

it('drops labels that are used nowhere, the first as well', () => {
  const sensing = line(
    [0.5, 0.5],
    [
      [30, 10],
      [70, 10],
    ],
  );
  const start = cut(40).map((label) => label + 1); // labels 1 and 2 of 0, 1, 2, 3
  const rounds = [...matchPartition(sensing, start, 4)];
  for (const { partition } of rounds) expect([...new Set(partition)].sort()).toEqual([1, 2]);
  expect(rounds.at(-1)?.partition.indexOf(2)).toBe(50);
});

it('classes of the plane are normal laws with the moments asked for', () => {
  const { likelihood } = normalClasses(
    [{ weight: 1, mean: [50, 40], deviation: [8, 5], correlation: 0.5 }],
    101,
  );
  const expectation = (of: (z1: number, z2: number) => number) =>
    likelihood.reduce((sum, p, z) => sum + p * of(z % 101, Math.floor(z / 101)), 0);
  expect(expectation(() => 1)).toBeCloseTo(1, 12);
  expect(expectation((z1) => z1)).toBeCloseTo(50, 6);
  expect(expectation((_, z2) => (z2 - 40) ** 2)).toBeCloseTo(25, 4);
  expect(expectation((z1, z2) => (z1 - 50) * (z2 - 40))).toBeCloseTo(20, 4);
});

it('information grows in every round and never exceeds that of the features', () => {
  const start = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 144, maxLength: 144 });
  const shape = fc.record({
    weight: fc.constant(1 / 3),
    mean: fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 11 })),
    deviation: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
    correlation: fc.double({ min: -0.8, max: 0.8, noNaN: true }),
  });
  fc.assert(
    fc.property(start, fc.tuple(shape, shape, shape), (labels, classes) => {
      const sensing = normalClasses(classes, 12);
      const information = [...matchPartition(sensing, Uint8Array.from(labels), 3)].map(
        (round) => round.information,
      );
      information.slice(1).forEach((value, i) => expect(value).toBeGreaterThanOrEqual(information[i] - 1e-9));
      expect(information.at(-1)).toBeLessThanOrEqual(featureInformation(sensing) + 1e-9);
    }),
    { numRuns: 50 },
  );
});
