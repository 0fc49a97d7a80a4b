import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { infoNce } from '../../../src/lib/information/info-nce.js';
import { temporalContrast } from '../../../src/papers/information-koopman/information/contrastive.js';
import {
  latentMutualInformation,
  modeGains,
} from '../../../src/papers/information-koopman/information/latent-mutual-information.js';
import { temporalContrast as tensorContrast } from '../../../src/papers/information-koopman/information/tensor/temporal-contrast.js';
import {
  entropyOfSpectrum,
  vonNeumannEntropy,
} from '../../../src/papers/information-koopman/information/von-neumann-entropy.js';
import {
  channelInformation,
  regularisedAllocation,
  waterFilling,
} from '../../../src/papers/information-koopman/information/water-filling.js';

const of = (...values: number[]) => Float64Array.of(...values);

describe('an allocation', () => {
  it('spends its budget where that is lost beside floors', () => {
    expect(waterFilling([1e-17, 1e-17], 1)).toEqual([0.5, 0.5]);
    const [first, second, third] = waterFilling([1, 1, 1], 1e-12);
    expect([first, second, third].map((p) => 3e12 * p)).toEqual([1, 1, 1]);
    // Floors of 1 and 1 + 1e-13: the water of 1e-12 stands over both, of 1e-14 over the better one.
    const gains = [1, 1 / (1 + 1e-13)];
    const apart = 1 / gains[1] - 1;
    const deep = waterFilling(gains, 1e-12);
    expect((deep[0] - deep[1]) / apart).toBeCloseTo(1, 9);
    expect((deep[0] + deep[1]) / 1e-12).toBeCloseTo(1, 12);
    expect(waterFilling(gains, 1e-14)).toEqual([1e-14, 0]);
    // With the entropy it was right before; with hardly any, it is nearly the same.
    const near = regularisedAllocation([1e-17, 1e-17], 1, 1e-20);
    near.forEach((p) => expect(p).toBeCloseTo(0.5, 9));
  });

  it('is told of a variance for each gain', () => {
    expect(() => channelInformation([1, 2], [1])).toThrow('1 variances for 2 gains');
  });
});

describe('von Neumann entropy', () => {
  it('is of covariances whose trace is a number', () => {
    const diagonal = (...values: number[]) =>
      Float64Array.from({ length: values.length ** 2 }, (_, at) =>
        at % (values.length + 1) === 0 ? values[at / (values.length + 1)] : 0,
      );
    expect(() => vonNeumannEntropy(diagonal(1e308, 1e308, 1e308, 1e308))).toThrow('a trace of Infinity');
    expect(vonNeumannEntropy(diagonal(1e306, 1e306))).toBeCloseTo(Math.LN2, 12);
    expect(() => vonNeumannEntropy(diagonal(2, -1))).toThrow('an eigenvalue of -1 is that of no covariance');
    expect(vonNeumannEntropy(diagonal(1, -1e-18))).toBe(0);
    for (const weights of [[0.5], [NaN, 1], []])
      expect(() => entropyOfSpectrum(weights)).toThrow('divide them by their sum');
  });
});

describe('InfoNCE', () => {
  it('of certain scores is log n, and of no scores nothing', () => {
    expect(infoNce(of(Infinity, 0, 0, Infinity))).toBeCloseTo(Math.LN2, 15);
    expect(infoNce(of(800, 0, 0, 800))).toBeCloseTo(Math.LN2, 15);
    expect(() => infoNce(new Float64Array(5))).toThrow('5 scores: expected [n, n]');
    expect(() => infoNce(of())).toThrow('0 scores');
    expect(() => infoNce(of(0, 0, NaN, 0))).toThrow('score 0 of row 1 is NaN');
    expect(() => infoNce(of(-Infinity, -Infinity, 0, 0))).toThrow('all scores of row 0 are −∞');
  });
});

describe('temporal contrast', () => {
  const z = of(1, 0, 1, 2, 3, 1, 2, 2);
  beforeAll(() => tf.setBackend('cpu'));

  it('of so small a temperature is what the largest cosines make it', () => {
    // −ln of the share of the largest exponent, which is 0 where it is a neighbour's, and their distance over τ else.
    const cosine = (i: number, j: number) =>
      (z[2 * i] * z[2 * j] + z[2 * i + 1] * z[2 * j + 1]) /
      (Math.hypot(z[2 * i], z[2 * i + 1]) * Math.hypot(z[2 * j], z[2 * j + 1]));
    const temperature = 1e-3;
    const lost = [1, 2].map((n) => {
      const near = [n - 1, n + 1].map((j) => cosine(n, j));
      const others = [0, 1, 2, 3].filter((j) => j !== n).map((j) => cosine(n, j));
      return (Math.max(...others) - Math.max(...near)) / temperature;
    });
    const limit = (lost[0] + lost[1]) / 2;
    expect(limit).toBeGreaterThan(100);
    expect(temporalContrast(z, 2, { reach: 1, temperature })).toBeCloseTo(limit, 6);
    const tensor = tf.tensor3d(Float32Array.from(z), [1, 4, 2]);
    const [single] = tensorContrast(tensor, { reach: 1, temperature: 0.005 }).dataSync();
    expect(single).toBeCloseTo(temporalContrast(z, 2, { reach: 1, temperature: 0.005 }), 3);
  });

  it('refuses what has no direction, reach or temperature', () => {
    const usual = { reach: 1, temperature: 1 };
    expect(() => temporalContrast(of(0, 0, 1, 2, 3, 1), 2, usual)).toThrow('sample 0 has the length 0');
    expect(() =>
      temporalContrast(
        z.map((value) => value * 1e-200),
        2,
        usual,
      ),
    ).toThrow('scale towards one');
    expect(() => temporalContrast(z.subarray(1), 2, usual)).toThrow('7 coordinates');
    for (const strange of [
      { reach: 0, temperature: 1 },
      { reach: 1, temperature: 0 },
      { reach: 2, temperature: 1 },
    ]) {
      expect(() => temporalContrast(z, 2, strange)).toThrow(RangeError);
      expect(() => tensorContrast(tf.ones([1, 4, 2]), strange)).toThrow(RangeError);
    }
  });
});

describe('latent information', () => {
  it('asks for noise, steps and a covariance', () => {
    const model = { K: of(1), noise: of(1), covariance: of(-0.5) };
    expect(() => latentMutualInformation(model, 1)).toThrow('a variance of -0.5');
    for (const [steps, noise] of [[0, 1] as const, [1.5, 1] as const, [1, 0] as const, [1, -1] as const])
      expect(() => modeGains([0.5], steps, noise)).toThrow(RangeError);
  });
});
