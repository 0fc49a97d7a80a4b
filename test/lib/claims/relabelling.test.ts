import fc from 'fast-check';
import { expect, it } from 'vitest';
import { relabelled } from '../../../src/lib/claims/relabelling.js';
import { random } from '../../../src/lib/statistics/random.js';

const rows = [1, 2, 3, 4].flatMap((seed) =>
  ['ours', 'theirs', 'nobody'].flatMap((arm) => [0, 1].map((step) => ({ seed, arm, step, error: seed }))),
);

it('changes names within a group, alike for all rows of a name, and nothing else', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const how = { table: 'errors', column: 'arm', within: ['seed'] };
      const { errors, others } = relabelled({ errors: rows, others: rows }, how, random(seed));
      expect(others).toBe(rows);
      const withoutArm = (given: readonly object[]) => given.map((row) => ({ ...row, arm: '' }));
      expect(withoutArm(errors)).toEqual(withoutArm(rows));
      for (const one of [1, 2, 3, 4]) {
        const own = errors.filter((row) => row.seed === one);
        expect([...new Set(own.map(({ arm }) => arm))].sort()).toEqual(['nobody', 'ours', 'theirs']);
        for (const step of [0, 1])
          expect(own.filter((row) => row.step === step).map(({ arm }) => arm)).toHaveLength(3);
        expect(own[0].arm).toBe(own[1].arm);
      }
    }),
  );
});

it('gives each order of the names alike', () => {
  const how = { table: 'errors', column: 'arm', within: ['seed'] };
  const counts = new Map<string, number>();
  for (let i = 0; i < 600; i++) {
    const { errors } = relabelled({ errors: rows }, how, random(i));
    const order = [0, 2, 4].map((index) => errors[index].arm).join();
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  // 100 ± 5 standard deviations of a binomial count.
  for (const count of counts.values()) expect(Math.abs(count - 100)).toBeLessThan(46);
});
