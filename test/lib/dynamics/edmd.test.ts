import { describe, expect, it } from 'vitest';
import { type Dictionary, edmd, monomials } from '../../../src/lib/dynamics/edmd.js';
import { random } from '../../../src/lib/statistics/random.js';

describe('EDMD', () => {
  // ẋ₁ = μ x₁, ẋ₂ = λ (x₂ − x₁²): the span of x₁, x₂, x₁² is invariant (S. Brunton et al., PLoS ONE 11, 2016).
  const [mu, lambda, interval] = [-0.05, -1, 0.7];
  const bend = lambda / (lambda - 2 * mu);
  const flow = (states: Float64Array) => {
    const after = new Float64Array(states.length);
    for (let at = 0; at < states.length; at += 2) {
      const [a, b] = [states[at], states[at + 1]];
      after[at] = a * Math.exp(mu * interval);
      after[at + 1] =
        (b - bend * a * a) * Math.exp(lambda * interval) + bend * a * a * Math.exp(2 * mu * interval);
    }
    return after;
  };
  const invariant: Dictionary = {
    size: 3,
    features: (states) =>
      Float64Array.from({ length: (states.length / 2) * 3 }, (_, at) => {
        const [a, b] = states.subarray(2 * Math.floor(at / 3));
        return [a, b, a * a][at % 3];
      }),
  };
  const { normal } = random(8);
  const before = Float64Array.from({ length: 80 }, normal);

  it('finds e^μt, e^2μt and e^λt of a slow manifold, and the function x₂ − λ/(λ − 2μ) x₁² that decays with λ', () => {
    const { values, functions } = edmd(before, flow(before), invariant);
    [mu, 2 * mu, lambda].forEach((rate, i) => {
      expect(values.re[i]).toBeCloseTo(Math.exp(rate * interval), 12);
      expect(values.im[i]).toBe(0);
    });
    const [a, b, c] = functions.re.subarray(6, 9);
    expect(a).toBeCloseTo(0, 12);
    expect(c / b).toBeCloseTo(-bend, 12);
  });

  it('agrees with NumPy 2.4.6 (linalg.lstsq, linalg.eigvals) on monomials of a Van der Pol step', () => {
    const states = Float64Array.from({ length: 50 }, (_, at) => {
      const i = Math.floor(at / 2);
      return at % 2 === 0 ? Math.sin(1.7 * i) : Math.cos(2.3 * i * i);
    });
    const after = states.map((value, at) => {
      if (at % 2 === 0) return value + 0.1 * states[at + 1];
      const x = states[at - 1];
      return value + 0.1 * ((1 - x * x) * value - x);
    });
    const { operator, values } = edmd(states, after, monomials(2, 2));
    const row = [0, 0.1, 1.068026053792303, 0, 0.0005388909496364595, 0.009196365683331188];
    row.forEach((value, c) => expect(operator[12 + c]).toBeCloseTo(value, 12));
    const re = [
      1.0578700339280882, 1.0578700339280882, 1.0356139045229371, 1.0356139045229371, 1.027458787322743, 1,
    ];
    const im = [0.19688060270555352, -0.19688060270555352, 0.09434884054752042, -0.09434884054752042, 0, 0];
    re.forEach((value, i) => expect(values.re[i]).toBeCloseTo(value, 11));
    im.forEach((value, i) => expect(values.im[i]).toBeCloseTo(value, 11));
  });
});

it('monomials are all of them, once each, lower degrees first', () => {
  expect(monomials(2, 3).features(Float64Array.of(2, 3))).toEqual(
    Float64Array.of(1, 2, 3, 4, 6, 9, 8, 12, 18, 27),
  );
  expect(monomials(3, 1).features(Float64Array.of(2, 3, 5))).toEqual(Float64Array.of(1, 2, 3, 5));
  expect(monomials(3, 4).size).toBe(35); // (3 + 4 choose 4)
});
