import { expect, it } from 'vitest';
import { symmetricEigen } from '../../../../src/lib/linear-algebra/symmetric-eigen.js';
import {
  pod,
  podCoefficients,
  podReconstruction,
} from '../../../../src/papers/information-koopman/dynamics/pod.js';
import { travellingWaves } from './travelling-waves.js';

const snapshots = travellingWaves();
const found = pod(snapshots, 20, 4);

it('agrees with NumPy 2.4.6 (linalg.svd of the centred snapshots)', () => {
  const shares = [0.539236400012707, 0.35230680348972565, 0.07509000929978368, 0.02839241894861687];
  shares.forEach((value, k) => expect(found.shares[k]).toBeCloseTo(value, 12));
  const mode = [-0.24257011179805055, -0.2349539012805615, -0.19785689787372276, -0.13494917621558877];
  const sign = Math.sign(mode[0] * found.modes[0]);
  mode.forEach((value, c) => expect(sign * found.modes[c]).toBeCloseTo(value, 8));
});

it('finds what the method of snapshots finds from the 40 × 40 matrix of their products', () => {
  const centred = snapshots.map((value, at) => value - found.mean[at % 20]);
  const products = Float64Array.from({ length: 1600 }, (_, at) => {
    let product = 0;
    for (let c = 0; c < 20; c++)
      product += centred[Math.floor(at / 40) * 20 + c] * centred[(at % 40) * 20 + c];
    return product;
  });
  const { values, vectors } = symmetricEigen(products, 4);
  const coefficients = podCoefficients(snapshots, found);
  for (let k = 0; k < 4; k++) {
    const sign = Math.sign(coefficients[k] * vectors[k * 40]);
    for (let i = 0; i < 40; i++)
      expect(sign * coefficients[i * 4 + k]).toBeCloseTo(vectors[k * 40 + i] * Math.sqrt(values[k]), 7);
  }
});

it('loses of the snapshots the energy that the modes do not hold, and nothing with all modes', () => {
  const lost = (count: number) => {
    const some = pod(snapshots, 20, count);
    const again = podReconstruction(podCoefficients(snapshots, some), some);
    const energy = snapshots.reduce((sum, value, at) => sum + (value - some.mean[at % 20]) ** 2, 0);
    const off = snapshots.reduce((sum, value, at) => sum + (value - again[at]) ** 2, 0);
    expect(off / energy).toBeCloseTo(1 - some.shares.reduce((sum, share) => sum + share, 0), 10);
    return off / energy;
  };
  expect(lost(2)).toBeGreaterThan(0.1);
  expect(lost(20)).toBeLessThan(1e-20);
});
