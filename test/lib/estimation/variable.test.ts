import { describe, expect, it } from 'vitest';
import { remembers } from '../../../src/lib/estimation/memory.js';
import { isMissing, observations, together, variableOf } from '../../../src/lib/estimation/variable.js';
import { random } from '../../../src/lib/statistics/random.js';

const { normal, integer } = random(50);
const numbers = Array.from({ length: 200 }, normal);

describe('a column', () => {
  it.each([
    ['numbers', numbers, 'continuous'],
    ['a few repeated numbers', numbers.map((value, i) => (i < 6 ? 0.5 : value)), 'continuous'],
    ['rounded numbers', numbers.map((value) => Math.round(10 * value) / 10), 'tied'],
    ['half numbers and half an atom', numbers.map((value) => Math.max(0, value)), 'tied'],
    ['identifiers', numbers.map((_, i) => i), 'tied'],
    ['few integers', numbers.map(() => integer(6)), 'labels'],
    ['big integers', numbers.map(() => BigInt(integer(3))), 'labels'],
    ['texts', numbers.map((_, i) => `name ${i % 70}`), 'labels'],
    ['truth values', numbers.map((value) => value > 0), 'labels'],
    ['times', numbers.map((_, i) => new Date(1e12 + 1e6 * i * i)), 'tied'],
    ['one number', numbers.map(() => 0.1), 'constant'],
    ['one text', numbers.map(() => 'a'), 'constant'],
  ] as const)('of %s is told', (_, cells, kind) => {
    expect(variableOf('a', cells).kind).toBe(kind);
  });

  it('of numbers is scaled, whatever its units, and of labels put far apart', () => {
    for (const scale of [1e-200, 1, 1e200]) {
      const { points } = variableOf(
        'a',
        numbers.map((value) => scale * value),
      ).points;
      const mean = points.reduce((sum, value) => sum + value) / 200;
      expect(mean).toBeCloseTo(0, 9);
      expect(points.reduce((sum, value) => sum + value * value, 0) / 200).toBeCloseTo(1, 9);
    }
    expect([...new Set(variableOf('a', ['x', 'y', 'x']).points.points)]).toEqual([0, 100]);
    expect(variableOf('one', [7]).kind).toBe('constant');
  });

  it('calls dates times', () => {
    const days = numbers.map((_, day) => new Date(86_400_000 * day));
    expect(variableOf('day', days)).toMatchObject({
      kind: 'tied',
      found: 'times, 200 distinct, none repeats',
    });
  });

  it('says what no estimator takes', () => {
    expect(() => variableOf('a', [1, Infinity])).toThrow('column "a": row 2 of those used is Infinity');
    expect(() => variableOf('a', [])).toThrow('no rows are left');
    expect([null, undefined, '', NaN].every(isMissing)).toBe(true);
    expect([0, false, 'NaN'].some(isMissing)).toBe(false);
  });

  it('is joined with others, coordinate by coordinate', () => {
    const [a, b] = [variableOf('a', [1.5, 2.25, 4]), variableOf('b', ['x', 'y', 'x'])];
    const both = together([a, b]);
    expect(both).toMatchObject({ name: 'a and b', kind: 'tied' });
    expect(both.points.dimension).toBe(2);
    expect(both.points.points[3]).toBe(100);
    expect(both.labels.count).toBe(3);
    const part = observations(both, [2, 0]);
    expect([...part.points.points]).toEqual([
      ...both.points.points.subarray(4),
      ...both.points.points.subarray(0, 2),
    ]);
    expect(part.labels.count).toBe(2);
  });

  it('of rows that depend on the row before is told from others', () => {
    let value = 0;
    const walk = numbers.map((step) => (value = 0.8 * value + step));
    expect(remembers(variableOf('walk', walk))).toBe(true);
    expect(remembers(variableOf('a', numbers))).toBe(false);
  });
});
