import { describe, expect, it } from 'vitest';
import { random } from '../../../../src/lib/statistics/random.js';
import { eigenvalues } from '../../../../src/papers/information-koopman/dynamics/eigenvalues.js';
import {
  linearOperator,
  rollOut,
  stepPairs,
} from '../../../../src/papers/information-koopman/dynamics/linear-operator.js';

describe('the least-squares operator', () => {
  it('recovers a linear system exactly, with its eigenvalues', () => {
    const [c, s] = [0.98 * Math.cos(0.3), 0.98 * Math.sin(0.3)];
    const operator = Float64Array.of(c, s, 0, -s, c, 0, 0, 0, 0.5); // x⁺ = x K
    const path = Float64Array.of(1, 0, 1, ...rollOut(operator, Float64Array.of(1, 0, 1), 30));
    const { before, after } = stepPairs(path, 31, 3);
    const found = linearOperator(before, after, 3);
    operator.forEach((value, at) => expect(found[at]).toBeCloseTo(value, 12));
    const { re, im } = eigenvalues(found);
    [0.936229759, 0.936229759, 0.5].forEach((value, i) => expect(re[i]).toBeCloseTo(value, 8));
    [0.289609803, -0.289609803, 0].forEach((value, i) => expect(im[i]).toBeCloseTo(value, 8));
  });

  it('with a ridge is (ZᵀZ + r I)⁻¹ Zᵀ Z₊, as NumPy code has it', () => {
    const before = Float64Array.of(1, 0, 0.9, 0.1, 0.7, 0.3, 0.4, 0.5);
    const after = Float64Array.of(0.9, 0.1, 0.7, 0.3, 0.4, 0.5, 0.1, 0.6);
    const expected = [0.7899113082, 0.2128603104, -0.344345898, 0.8301552106];
    linearOperator(before, after, 2, 0.1).forEach((value, at) => expect(value).toBeCloseTo(expected[at], 9));
  });

  it('leaves an error that no state explains', () => {
    const { normal } = random(4);
    const before = Float64Array.from({ length: 60 }, normal);
    const after = Float64Array.from({ length: 60 }, normal);
    const K = linearOperator(before, after, 3);
    for (let a = 0; a < 3; a++)
      for (let b = 0; b < 3; b++) {
        let overlap = 0;
        for (let i = 0; i < 20; i++) {
          let off = after[3 * i + b];
          for (let k = 0; k < 3; k++) off -= before[3 * i + k] * K[3 * k + b];
          overlap += before[3 * i + a] * off;
        }
        expect(overlap).toBeCloseTo(0, 12);
      }
  });

  it('says what is wrong', () => {
    const flat = Float64Array.of(1, 2, 2, 4, 3, 6);
    expect(() => linearOperator(flat, flat, 2)).toThrow('do not span 2');
    expect(() => linearOperator(flat.subarray(0, 2), flat.subarray(0, 2), 2)).toThrow('1 states');
    expect(() => linearOperator(flat, flat.subarray(2), 2)).toThrow('6 coordinates before, 4 after');
    expect(linearOperator(flat, flat, 2, 1e-6).every(Number.isFinite)).toBe(true);
  });
});

it('a roll-out is a power of the operator, of each state', () => {
  const path = rollOut(Float64Array.of(0, 1, -1, 0), Float64Array.of(1, 0, 2, 3), 3);
  expect(Array.from(path, (value) => value + 0)).toEqual([0, 1, -1, 0, 0, -1, -3, 2, -2, -3, 3, -2]);
});

it('step pairs stay within their trajectory', () => {
  const { before, after } = stepPairs(Float64Array.of(1, 2, 3, 10, 20, 30), 3, 1);
  expect(before).toEqual(Float64Array.of(1, 2, 10, 20));
  expect(after).toEqual(Float64Array.of(2, 3, 20, 30));
});
