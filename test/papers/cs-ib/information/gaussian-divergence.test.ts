import { describe, expect, it } from 'vitest';
import {
  gaussianCauchySchwarz,
  gaussianKullbackLeibler,
  gaussianMutualInformation,
  gaussianQuadraticMutualInformation,
} from '../../../../src/papers/cs-ib/information/gaussian-divergence.js';

const scalar = (mean: number, variance: number) => ({ mean: [mean], covariance: [variance] });
const standard = scalar(0, 1);
const p = { mean: [0, 1, -1], covariance: [4, 2, 0.6, 2, 5, 1, 0.6, 1, 3] };
const q = { mean: [0.5, 0, 1], covariance: [2, 0.3, 0, 0.3, 1, -0.4, 0, -0.4, 1.5] };

describe('divergences of normal laws', () => {
  it.each([
    [scalar(1, 1), 0.5, 0.5],
    [scalar(0, 4), 0.2231435513142097, 0.3181471805599453],
    [scalar(3, 9), 1.4108256237659906, 1.1541678442236654],
  ])('of N(0, 1) from %o', (other, cauchySchwarz, kullbackLeibler) => {
    expect(gaussianCauchySchwarz(standard, other)).toBeCloseTo(cauchySchwarz, 12);
    expect(gaussianCauchySchwarz(other, standard)).toBeCloseTo(cauchySchwarz, 12);
    expect(gaussianKullbackLeibler(standard, other)).toBeCloseTo(kullbackLeibler, 12);
  });

  it('agree with numpy 2.4.6 (explicit inverses and slogdet) in three dimensions', () => {
    expect(gaussianCauchySchwarz(p, q)).toBeCloseTo(1.7223578587780715, 11);
    expect(gaussianKullbackLeibler(p, q)).toBeCloseTo(3.695113916116917, 11);
    expect(gaussianMutualInformation(p.covariance, 1)).toBeCloseTo(0.1138089158545652, 11);
    expect(gaussianCauchySchwarz(p, p)).toBeCloseTo(0, 12);
    expect(gaussianKullbackLeibler(p, p)).toBeCloseTo(0, 12);
  });
});

describe('information of jointly normal variables', () => {
  it.each([
    [0.5, 0.0793025151, 0.1438410362],
    [0.9, 0.6040921592, 0.8303656035],
  ])('at correlation %d', (rho, cauchySchwarz, shannon) => {
    const covariance = [1, rho, rho, 1];
    expect(gaussianQuadraticMutualInformation(covariance, 1)).toBeCloseTo(cauchySchwarz, 9);
    expect(gaussianMutualInformation(covariance, 1)).toBeCloseTo(shannon, 9);
    // Units do not matter.
    const scaled = [4, 6 * rho, 6 * rho, 9];
    expect(gaussianQuadraticMutualInformation(scaled, 1)).toBeCloseTo(cauchySchwarz, 9);
    expect(gaussianMutualInformation(scaled, 1)).toBeCloseTo(shannon, 9);
  });

  it('needs coordinates on both sides', () => {
    expect(() => gaussianMutualInformation([1, 0, 0, 1], 2)).toThrow(/both sides/);
  });
});
