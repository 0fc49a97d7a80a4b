import { describe, expect, it } from 'vitest';
import { random } from '../../../src/lib/statistics/random.js';
import { bootstrapPearson, pearson } from '../../../src/papers/adaptive-estimators/pearson.js';

describe('pearson', () => {
  it('agrees with NumPy 2.4.6 (corrcoef)', () => {
    const x = [0.44, 2.71, 1.1, 0.08, 0.88];
    const y = [2.57, 1.2, 3.4, 2.2, 1.9];
    expect(pearson(x, y)).toBeCloseTo(-0.5375366801743731, 14);
    expect(
      pearson(
        x,
        y.map((value) => 7 - 3 * value),
      ),
    ).toBeCloseTo(0.5375366801743731, 14);
  });

  it('has no value without spread and says what is wrong', () => {
    expect(pearson([1, 1, 1], [1, 2, 3])).toBeNaN();
    expect(() => pearson([1, 2], [1])).toThrow('2 values of x but 1 of y');
    expect(() => pearson([1, NaN], [1, 2])).toThrow('pair 1');
  });
});

describe('bootstrapPearson', () => {
  const sample = (n: number, rho: number, seed: number) => {
    const { normal } = random(seed, 'pairs');
    const x = Float64Array.from({ length: n }, normal);
    return { x, y: x.map((value) => rho * value + Math.sqrt(1 - rho * rho) * normal()) };
  };

  it('is as wide as Fisher’s interval on normal pairs', () => {
    const { x, y } = sample(400, 0.5, 1);
    const { value, low, high } = bootstrapPearson(x, y, random(1));
    expect(value).toBe(pearson(x, y));
    const half = 1.96 / Math.sqrt(397);
    expect(Math.abs(low! - Math.tanh(Math.atanh(value!) - half))).toBeLessThan(0.025);
    expect(Math.abs(high! - Math.tanh(Math.atanh(value!) + half))).toBeLessThan(0.025);
  });

  it('holds the true correlation about as often as it says', () => {
    let held = 0;
    for (let seed = 0; seed < 200; seed++) {
      const { x, y } = sample(40, 0.5, seed);
      const { low, high } = bootstrapPearson(x, y, random(seed), { draws: 400 });
      if (low! <= 0.5 && 0.5 <= high!) held++;
    }
    // 95 % nominally, a little less for few pairs; ±3 standard deviations of 200 trials.
    expect(held).toBeGreaterThan(174);
    expect(held).toBeLessThan(200);
  });

  it('has no value without spread, and repeats itself', () => {
    expect(bootstrapPearson([1, 1, 1], [1, 2, 3], random(1))).toEqual({ value: null, low: null, high: null });
    const { x, y } = sample(10, 0, 3);
    expect(bootstrapPearson(x, y, random(2))).toEqual(bootstrapPearson(x, y, random(2)));
  });
});

describe('at extreme scales and in small samples', () => {
  const { normal } = random(7, 'extreme');
  const x = Float64Array.from({ length: 10 }, normal);
  const y = x.map((value) => 0.8 * value + 0.6 * normal());

  it('a constant has no correlation, whatever rounding makes of its mean', () => {
    for (let trial = 0; trial < 100; trial++)
      expect(pearson(new Float64Array(10).fill(normal()), y)).toBeNaN();
    expect(bootstrapPearson(new Float64Array(10).fill(0.1), y, random(1)).value).toBeNull();
  });

  it('scale changes nothing, and no correlation is beyond one', () => {
    const scaled = (values: Float64Array, by: number) => values.map((value) => value * by);
    for (const by of [1e-200, 1e200])
      expect(pearson(scaled(x, by), scaled(y, by))).toBeCloseTo(pearson(x, y), 14);
    for (let trial = 0; trial < 100; trial++) {
      const line = Float64Array.from({ length: 7 }, normal);
      expect(pearson(line, scaled(line, 3))).toBeLessThanOrEqual(1);
    }
  });

  it('fewer than five pairs have no interval, and an interval has draws and a confidence', () => {
    expect(bootstrapPearson([1, 3], [2, 5], random(1))).toEqual({ value: 1, low: null, high: null });
    expect(bootstrapPearson([1, 2, 3, 4], [1, 2, 2.9, 3], random(1))).toMatchObject({ low: null });
    for (const strange of [{ draws: 0 }, { confidence: 1.5 }])
      expect(() => bootstrapPearson(x, y, random(1), strange)).toThrow(RangeError);
  });
});
