import { expect, it } from 'vitest';
import { pairedBy } from '../../../src/lib/statistics/paired.js';

const run = (seed: number, error: number) => ({ seed, error });
const bySeed = ({ seed }: { seed: number }) => seed;

it('pairs by key, in the order of the first sample, whatever the order of the second', () => {
  const pairs = pairedBy([run(2, 0.2), run(1, 0.1)], [run(1, 1), run(2, 2)], bySeed);
  expect(pairs.map(([a, b]) => [a.error, b.error])).toEqual([
    [0.2, 2],
    [0.1, 1],
  ]);
});

it('leaves out what has no partner, in either sample', () => {
  expect(pairedBy([run(1, 0), run(2, 0)], [run(2, 0), run(3, 0)], bySeed)).toHaveLength(1);
  expect(pairedBy([run(1, 0)], [], bySeed)).toEqual([]);
});

it.each([
  ['first', [run(1, 0), run(1, 1)], [run(1, 0)]],
  ['second', [run(1, 0)], [run(1, 0), run(1, 1)]],
])('refuses a key that comes twice in the %s sample', (_, first, second) => {
  expect(() => pairedBy(first, second, bySeed)).toThrow('the key 1 comes twice');
});
