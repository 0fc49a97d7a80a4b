import { describe, expect, it } from 'vitest';
import { kraskov } from '../../../src/lib/information/kraskov.js';
import { localPermutation } from '../../../src/lib/statistics/local-permutation.js';
import { permutationTest } from '../../../src/lib/statistics/permutation-test.js';
import { random } from '../../../src/lib/statistics/random.js';
import { surrogateKinds, surrogateOrders } from '../../../src/lib/statistics/surrogates.js';

describe('surrogates', () => {
  it.each(surrogateKinds)('by %s are orders of all observations', (kind) => {
    const orders = [...surrogateOrders(kind, 47, 30, random(1, kind))];
    expect(orders).toHaveLength(30);
    for (const order of orders)
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 47 }, (_, i) => i));
    expect(new Set(orders.map(String)).size).toBe(30);
  });

  it('by circular shift keep the steps, each shift once, by at least a twentieth either way', () => {
    const orders = [...surrogateOrders('circular-shift', 40, 1000, random(2))];
    const shifts = orders.map((order) => order[0]);
    for (const order of orders) order.forEach((from, i) => expect(from).toBe((i + order[0]) % 40));
    expect(shifts.sort((a, b) => a - b)).toEqual(Array.from({ length: 37 }, (_, i) => i + 2));
  });

  it('by blocks break the series at few places', () => {
    for (const order of surrogateOrders('blocks', 100, 20, random(3))) {
      const breaks = order.filter((from, i) => i > 0 && from !== (order[i - 1] + 1) % 100);
      expect(breaks.length).toBeLessThan(10);
    }
    expect(() => [...surrogateOrders('blocks', 10, 1, random(3))]).toThrow('at least 20');
  });
});

describe('the permutation test', () => {
  it('counts surrogates that are at least as large, and the sample among them', () => {
    const { pValue, surrogates, mean } = permutationTest(2, [0, 1, 2, 3]);
    expect(pValue).toBeCloseTo(3 / 5, 15);
    expect([surrogates, mean]).toEqual([4, 1.5]);
    expect(() => permutationTest(1, [0, NaN])).toThrow('surrogate 1 is no number');
    expect(() => permutationTest(1, [])).toThrow('no surrogates');
  });

  // The distance of Kolmogorov and Smirnov is below 1.63 / √n with probability 99 %, and that of laws on a lattice nearer.
  it('has uniform p values where nothing depends, and small ones where something does', () => {
    const [tables, surrogates] = [1000, 29];
    const pValue = (rho: number, seed: number) => {
      const stream = random(seed, 'null', rho);
      const x = Float64Array.from({ length: 30 }, stream.normal);
      const y = x.map((value) => rho * value + Math.sqrt(1 - rho * rho) * stream.normal());
      const estimate = (order: ArrayLike<number>) =>
        kraskov({ x, dimensionX: 1, y: y.map((_, i) => y[order[i]]), dimensionY: 1 });
      const observed = estimate([...y.keys()]);
      const orders = [...surrogateOrders('shuffle', 30, surrogates, stream)];
      return permutationTest(observed, orders.map(estimate)).pValue;
    };
    const found = Array.from({ length: tables }, (_, seed) => pValue(0, seed));
    // Every multiple of 1/30 up to 1 is as likely as any other.
    const distances = Array.from({ length: surrogates + 1 }, (_, at) => {
      const p = (at + 1) / (surrogates + 1);
      return Math.abs(found.filter((value) => value <= p + 1e-9).length / tables - p);
    });
    expect(Math.max(...distances)).toBeLessThan(1.63 / Math.sqrt(tables));
    expect(Math.max(...Array.from({ length: 10 }, (_, seed) => pValue(0.9, seed)))).toBeLessThan(0.1);
  }, 240_000);

  it('of two series that each remember shuffles deceive, and shifts do not', () => {
    const [steps, tables] = [200, 60];
    const series = ({ normal }: { normal(): number }) => {
      let value = 0;
      return Float64Array.from({ length: steps }, () => (value = 0.95 * value + normal()));
    };
    const rejected = (kind: 'shuffle' | 'circular-shift') =>
      Array.from({ length: tables }, (_, seed) => {
        const stream = random(seed, 'series');
        const [x, y] = [series(stream), series(stream)];
        const statistic = (order: ArrayLike<number>) =>
          Math.abs(x.reduce((sum, value, i) => sum + value * y[order[i]], 0));
        const orders = [...surrogateOrders(kind, steps, 79, stream)];
        return permutationTest(statistic([...y.keys()]), orders.map(statistic)).pValue;
      }).filter((p) => p <= 0.05).length / tables;
    expect(rejected('shuffle')).toBeGreaterThan(0.3);
    expect(rejected('circular-shift')).toBeLessThan(0.2);
  });
});

describe('a local permutation', () => {
  it('swaps most with a neighbour, and gives every value to one', () => {
    const k = 4;
    const neighbours = Uint32Array.from({ length: 100 * k }, (_, at) => {
      const step = [1, -1, 2, -2][at % k];
      return (Math.floor(at / k) + step + 100) % 100;
    });
    const order = localPermutation(neighbours, k, random(6));
    order.forEach((from, i) => {
      expect(Math.min((from - i + 100) % 100, (i - from + 100) % 100)).toBeLessThan(3);
      expect(order[from]).toBe(i);
    });
    expect(order.filter((from, i) => from !== i).length).toBeGreaterThan(70);
  });
});
