import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { gaussianGram } from '../../../src/lib/information/gaussian-kernel.js';
import { quadraticMutualInformation } from '../../../src/lib/information/quadratic-mutual-information.js';
import { cauchySchwarzDivergence } from '../../../src/papers/cs-ib/information/cauchy-schwarz-divergence.js';
import {
  conditionalDivergence,
  conditionalDivergenceFrom,
  conditionalWeights,
} from '../../../src/papers/cs-ib/information/conditional-divergence.js';
import {
  gaussianCauchySchwarz,
  gaussianKullbackLeibler,
} from '../../../src/papers/cs-ib/information/gaussian-divergence.js';
import { maximumMeanDiscrepancy } from '../../../src/papers/cs-ib/information/maximum-mean-discrepancy.js';
import { gaussianKernel } from '../../../src/papers/cs-ib/information/tensor/gaussian-kernel.js';
import { mixtureInformation } from '../../../src/papers/cs-ib/information/tensor/nonlinear-bottleneck.js';
import { particleFlow, shareNear } from '../../../src/papers/cs-ib/particle-flow.js';

const of = (...values: number[]) => Float64Array.of(...values);
const gap = of(0, NaN, 1);
const missing = 'point 1 has the coordinate NaN';

describe('divergences', () => {
  it('of normal laws are of as many dimensions each', () => {
    const line = { mean: [0], covariance: [1] };
    const plane = { mean: [0, 0], covariance: [1, 0, 0, 1] };
    for (const divergence of [gaussianKullbackLeibler, gaussianCauchySchwarz]) {
      expect(() => divergence(line, plane)).toThrow('of 1 and 2 dimensions');
      expect(() => divergence(plane, line)).toThrow('of 2 and 1 dimensions');
    }
  });

  it('of samples are of finite points', () => {
    expect(() => cauchySchwarzDivergence(gap, of(0), 1, 1)).toThrow(missing);
    expect(() => maximumMeanDiscrepancy(of(0), gap, 1, 1)).toThrow(missing);
    const K = gaussianGram(gap, 1, 1);
    expect(() => quadraticMutualInformation(K, K)).toThrow('their points must be finite');
  });

  it('of conditional laws are of finite numbers within reach of each other', () => {
    const weights = conditionalWeights(gaussianGram(of(0, 1), 1, 1), 'paper');
    expect(() => conditionalDivergence(weights, of(0, NaN), of(0, 1), 1)).toThrow(missing);
    expect(() => conditionalDivergence(weights, of(0, 1), of(0, Infinity), 1)).toThrow('point 1');
    const from = conditionalDivergenceFrom(weights, of(0, 1), 1);
    expect(() => from(of(100, 101))).toThrow('no prediction is within reach of a target');
    // 30 widths away it is large, and has a gradient.
    const { value, gradient } = from(of(30, 31));
    expect(value).toBeGreaterThan(800);
    expect(gradient.every(Number.isFinite)).toBe(true);
  });
});

describe('particles', () => {
  it('are finite, and flow for whole steps', () => {
    const flow = (free: Float64Array, target: Float64Array, steps: number) => [
      ...particleFlow(free, target, { width: 1, rate: 0.1, steps }),
    ];
    expect(() => flow(of(NaN, 0), of(0, 0), 1)).toThrow('point 0 has the coordinate NaN');
    expect(() => flow(of(1, 0), of(0, Infinity), 1)).toThrow('point 0 has the coordinate Infinity');
    expect(() => flow(of(1, 0), of(0, 0), 1.5)).toThrow('1.5 steps');
    expect(() => shareNear(of(NaN, 0), 0, 1)).toThrow('point 0');
  });
});

describe('tensors', () => {
  beforeAll(() => tf.setBackend('cpu'));

  it('take kernels and noise that have a width', () => {
    const points: tf.Tensor3D = tf.ones([1, 2, 1]);
    for (const strange of [0, -1, NaN]) {
      expect(() => gaussianKernel(points, points, strange)).toThrow(RangeError);
      expect(() => mixtureInformation(points, strange)).toThrow(RangeError);
    }
  });

  /** Kernels of 16 points in the plane around an offset, in single precision, and by the definition. */
  function kernels(offset: number, centred: boolean) {
    const shift = Float64Array.from({ length: 32 }, (_, i) => offset + Math.sin(7 * i) + Math.cos(i * i));
    const mean = centred ? offset : 0;
    const points = Float32Array.from(shift, (value) => value - mean);
    const found = tf.tidy(() =>
      gaussianKernel(tf.tensor3d(points, [1, 16, 2]), tf.tensor3d(points, [1, 16, 2]), 1).dataSync(),
    );
    const exact = gaussianGram(shift, 2, 1);
    return Math.max(...Array.from(found, (value, i) => Math.abs(value - exact[i])));
  }

  it('are to be centred, as their description says: single precision loses what is far from zero', () => {
    expect(kernels(0, false)).toBeLessThan(1e-5);
    expect(kernels(1e4, true)).toBeLessThan(1e-5);
    expect(kernels(1e4, false)).toBeGreaterThan(0.1);
  });

  it('hand on what is no number, since none is read', () => {
    const points = tf.tensor3d([0, NaN], [1, 2, 1]);
    expect([...gaussianKernel(points, points, 1).dataSync()]).toEqual([1, NaN, NaN, NaN]);
    expect(mixtureInformation(points, 1).dataSync()[0]).toBeNaN();
  });
});
