import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../../../../../kernels/engine/backend.js';
import { gaussianGram } from '../../../../../src/lib/information/gaussian-kernel.js';
import { quadraticMutualInformation as plainInformation } from '../../../../../src/lib/information/quadratic-mutual-information.js';
import {
  conditionalDivergenceFrom,
  conditionalVariants,
  conditionalWeights as plainWeights,
} from '../../../../../src/papers/cs-ib/information/conditional-divergence.js';
import { normalizedQuadraticMutualInformationGradient } from '../../../../../src/papers/cs-ib/information/quadratic-mutual-information-gradient.js';
import {
  conditionalDivergence,
  conditionalWeights,
} from '../../../../../src/papers/cs-ib/information/tensor/conditional-divergence.js';
import { gaussianKernel } from '../../../../../src/papers/cs-ib/information/tensor/gaussian-kernel.js';
import { hsic } from '../../../../../src/papers/cs-ib/information/tensor/hsic.js';
import { mixtureInformation } from '../../../../../src/papers/cs-ib/information/tensor/nonlinear-bottleneck.js';
import {
  normalizedQuadraticMutualInformation,
  quadraticMutualInformation,
} from '../../../../../src/papers/cs-ib/information/tensor/quadratic-mutual-information.js';
import { variationalRate } from '../../../../../src/papers/cs-ib/information/tensor/variational-bottleneck.js';
import { centralDifferences, pairedPoints } from '../../../../lib/information/arbitraries.js';
import { sample, value } from './stack.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

/** Single precision against oracles computed in double precision. */
const digits = 4;

const gram = (points: readonly number[], dimension = 1) => {
  const stacked = sample(points, dimension);
  return gaussianKernel(stacked, stacked, 1);
};

describe('estimators in tensors agree with float64 NumPy', () => {
  const K = () => gram([0, 1, 2, 3]);
  const Q = () => gram([0, 1, 4, 9]);

  it('quadratic mutual information and HSIC', () => {
    expect(value(quadraticMutualInformation(K(), Q()))).toBeCloseTo(0.5693422223356825, digits);
    expect(value(quadraticMutualInformation(K(), K()))).toBeCloseTo(0.3594323990678392, digits);
    expect(value(quadraticMutualInformation(Q(), Q()))).toBeCloseTo(0.9120819914521916, digits);
    expect(value(normalizedQuadraticMutualInformation(K(), Q()))).toBeCloseTo(0.9943696055383189, digits);
    expect(value(hsic(K(), Q()))).toBeCloseTo(0.1288560527817773, digits);
  });

  it('reaches the ceiling log N with kernels that see only the point itself', () => {
    const identity: tf.Tensor3D = tf.expandDims(tf.eye(16), 0);
    expect(value(quadraticMutualInformation(identity, identity))).toBeCloseTo(Math.log(16), digits);
  });

  it.each([
    ['paper', 0.001650285827520026, -0.0010595186399744438],
    ['code', 0.003571821801538804, -0.0012311973174337076],
    ['symmetric', 0.005843565292202424, 0.0006132206868998402],
  ] as const)('conditional divergence, %s', (variant, positive, ofTheExample) => {
    const divergence = (x: number[], y: number[], predicted: number[]) => {
      const targets = sample(y);
      const predictions = sample(predicted);
      return value(
        conditionalDivergence(conditionalWeights(gram(x), variant), {
          targets: gaussianKernel(targets, targets, 1),
          predictions: gaussianKernel(predictions, predictions, 1),
          cross: gaussianKernel(predictions, targets, 1),
        }),
      );
    };
    const near = divergence([0, 1, 2, 3], [0, 0.5, 1, 1.5], [0.1, 0.4, 1.2, 1.3]);
    expect(Math.abs(near - positive)).toBeLessThan(1e-5);
    const example = divergence([0, 0.5, 1, 4], [0, 1, 0, 1], [0, 1.1, 0, 1]);
    expect(Math.abs(example - ofTheExample)).toBeLessThan(1e-5);
  });

  it('the bounds of the nonlinear and of the variational bottleneck', () => {
    expect(value(mixtureInformation(sample([0, 1, 3]), Math.exp(-1)))).toBeCloseTo(0.9435858681, digits);
    expect(value(variationalRate(sample([0.5, -1], 2), sample([0, -1], 2)))).toBeCloseTo(
      0.8089397206,
      digits,
    );
  });

  it('keeps the normalised information finite where the code has collapsed', () => {
    expect(value(normalizedQuadraticMutualInformation(K(), gram([2, 2, 2, 2])))).toBeLessThan(1);
  });

  it('gives each member of a stack what it gives that member alone', () => {
    const alone = [gram([0, 1, 2, 3]), gram([0, 0.5, 1, 4])];
    const together = quadraticMutualInformation(tf.concat(alone, 0), tf.concat([Q(), Q()], 0));
    const expected = alone.map((kernel) => value(quadraticMutualInformation(kernel, Q())));
    expect([...together.dataSync()]).toEqual(expected);
  });
});

describe('their automatic derivatives', () => {
  const close = (actual: ArrayLike<number>, expected: ArrayLike<number>) => {
    for (let i = 0; i < expected.length; i++)
      expect(Math.abs(actual[i] - expected[i])).toBeLessThan(1e-3 * (1 + Math.abs(expected[i])));
  };

  it('of the normalised information is the closed form in double precision', () => {
    fc.assert(
      fc.property(pairedPoints, ({ points, scalars }) => {
        const K = gaussianGram(scalars, 1, 1);
        const Q = gaussianGram(points, 2, 1);
        const selfK = plainInformation(K, K);
        // Where either has all but collapsed, single precision says nothing about a ratio of two zeros.
        fc.pre(selfK > 1e-2 && plainInformation(Q, Q) > 1e-2);
        const expected = normalizedQuadraticMutualInformationGradient(K, selfK, points, 2, 1).gradient;
        const gradient = tf.grad((t) =>
          tf.sum(
            normalizedQuadraticMutualInformation(
              gram([...scalars]),
              gaussianKernel(t as tf.Tensor3D, t as tf.Tensor3D, 1),
            ),
          ),
        )(sample(points, 2));
        close(gradient.dataSync(), expected);
      }),
      { numRuns: 30 },
    );
  });

  it.each(conditionalVariants)('of the conditional divergence (%s) is the closed form', (variant) => {
    fc.assert(
      fc.property(pairedPoints, ({ points, scalars, others }) => {
        const weights = plainWeights(gaussianGram(points, 2, 1), variant);
        const expected = conditionalDivergenceFrom(weights, scalars, 1)(others).gradient;
        const targets = sample(scalars);
        const gradient = tf.grad((t) => {
          const predictions = t as tf.Tensor3D;
          return tf.sum(
            conditionalDivergence(conditionalWeights(gram([...points], 2), variant), {
              targets: gaussianKernel(targets, targets, 1),
              predictions: gaussianKernel(predictions, predictions, 1),
              cross: gaussianKernel(predictions, targets, 1),
            }),
          );
        })(sample(others));
        close(gradient.dataSync(), expected);
      }),
      { numRuns: 20 },
    );
  });

  const double: Record<string, [(t: tf.Tensor3D) => tf.Tensor1D, (t: Float64Array) => number]> = {
    'the nonlinear bound': [
      (t) => mixtureInformation(t, 0.7),
      (t) => {
        const n = t.length / 2;
        let sum = 0;
        for (let i = 0; i < n; i++) {
          let density = 0;
          for (let j = 0; j < n; j++)
            density += Math.exp(
              -((t[2 * i] - t[2 * j]) ** 2 + (t[2 * i + 1] - t[2 * j + 1]) ** 2) / (2 * 0.7),
            );
          sum += Math.log(density) / n;
        }
        return Math.log(n) - sum;
      },
    ],
    'the variational rate': [
      (t) => variationalRate(t, tf.mul(t, 0.5)),
      (t) => t.reduce((sum, x) => sum + x * x + Math.exp(x / 2) - 1 - x / 2, 0) / t.length,
    ],
  };
  it.each(Object.entries(double))('of %s agrees with central differences', (_, [tensor, plain]) => {
    fc.assert(
      fc.property(pairedPoints, ({ points }) => {
        const gradient = tf.grad((t) => tf.sum(tensor(t as tf.Tensor3D)))(sample(points, 2));
        close(gradient.dataSync(), centralDifferences(plain, points));
      }),
      { numRuns: 20 },
    );
  });
});
