import { expect, it } from 'vitest';
import { erf, normalDensity, normalDistribution } from './normal-distribution.js';

/** `scipy.special.erf` of SciPy 1.17.1. */
const erfOfSciPy: [number, number][] = [
  [1e-30, 1.12837916709551e-30],
  [0.25, 0.2763263901682369],
  [0.75, 0.7111556336535151],
  [1, 0.8427007929497148],
  [1.5, 0.9661051464753108],
  [2, 0.9953222650189527],
  [2.5, 0.999593047982555],
  [3, 0.9999779095030014],
  [3.5, 0.9999992569016276],
];

/** x Φ(x) and Φ(x) + x φ(x) with `scipy.special.ndtr` of SciPy 1.17.1. */
const geluOfSciPy: [number, number, number][] = [
  [-14, -1.091095154686992e-43, -1.5274556463253668e-42],
  [-10, -7.61985302416047e-23, -7.618400096464814e-22],
  [-5, -1.4332578593959663e-6, -7.1469460017923e-6],
  [-3, -0.00404969409489028, -0.011945647204184],
  [-1, -0.15865525393145707, -0.08331547058768629],
  [-0.75, -0.16997051428265114, 0.000774278260764899],
  [0.5, 0.34573123063700656, 0.8674951246561629],
  [2, 1.9544997361036416, 1.085231801078197],
  [6, 5.999999994080474, 1.0000000354687093],
];

it('is the error function of SciPy', () => {
  for (const [x, expected] of erfOfSciPy)
    for (const sign of [1, -1]) expect(Math.abs(erf(sign * x) / (sign * expected) - 1)).toBeLessThan(1e-14);
});

it('is the normal distribution of SciPy', () => {
  for (const [x, product, derivative] of geluOfSciPy) {
    expect(Math.abs((x * normalDistribution(x)) / product - 1)).toBeLessThan(1e-12);
    expect(Math.abs((normalDistribution(x) + x * normalDensity(x)) / derivative - 1)).toBeLessThan(1e-12);
  }
});
