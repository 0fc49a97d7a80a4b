import * as tf from '@tensorflow/tfjs-core';
import { createAdam } from '../../src/lib/learning/adam.js';
import { createEnsemble, parametersOf } from '../../src/lib/learning/ensemble.js';
import { train } from '../../src/lib/learning/train.js';
import { random } from '../../src/lib/statistics/random.js';
import {
  conditionalDivergence,
  conditionalWeights,
} from '../../src/papers/cs-ib/information/tensor/conditional-divergence.js';
import { gaussianKernel } from '../../src/papers/cs-ib/information/tensor/gaussian-kernel.js';
import { normalizedQuadraticMutualInformation } from '../../src/papers/cs-ib/information/tensor/quadratic-mutual-information.js';
import { networkLayers } from '../../src/papers/cs-ib/network.js';
import { losses, methods } from '../../src/papers/cs-ib/objective.js';
import { methodIds } from '../../src/papers/cs-ib/tables.js';
import { classifierLosses, normal, operations } from './operations.js';

const sample = (points: number[]) => tf.tensor3d(points, [1, points.length, 1]);
const gram = (points: number[]) => gaussianKernel(sample(points), sample(points), 1);

/** The same numbers by any backend: of every operation and its derivative, and after steps of training. */
export async function results(): Promise<Record<string, number[]>> {
  const y = sample([0, 0.5, 1, 1.5]);
  const predicted = sample([0.1, 0.4, 1.2, 1.3]);
  const tensors: Record<string, tf.Tensor> = {
    information: normalizedQuadraticMutualInformation(gram([0, 1, 2, 3]), gram([0, 1, 4, 9])),
    divergence: conditionalDivergence(conditionalWeights(gram([0, 1, 2, 3]), 'paper'), {
      targets: gaussianKernel(y, y, 1),
      predictions: gaussianKernel(predicted, predicted, 1),
      cross: gaussianKernel(predicted, y, 1),
    }),
  };

  // Every operation, and its derivative.
  for (const [name, operation] of Object.entries(operations)) {
    const x = normal(name, 2, 6, 6, 3);
    const y = operation(x);
    tensors[name] = y;
    tensors[`derivative of ${name}`] = tf.grad((x) =>
      tf.sum(tf.mul(operation(x as tf.Tensor4D), normal('weights', ...y.shape))),
    )(x);
  }
  tensors['training a convolutional classifier'] = classifierLosses();

  // Three steps of every method: forwards, backwards and the optimiser.
  for (const method of methodIds) {
    const ensemble = createEnsemble(
      networkLayers({ inputs: 4, hidden: 8, code: 6 }, method === 'vib'),
      [random(1, 'weights'), random(2, 'weights')],
      2,
    );
    const batch = {
      x: normal<tf.Tensor3D>('x', 2, 16, 4),
      y: normal<tf.Tensor3D>('y', 2, 16, 1),
      noise: methods[method].noisy ? normal<tf.Tensor3D>('noise', 2, 16, 6) : undefined,
    };
    const betas = tf.tensor1d([0, 0, 0.05, 0.05]);
    const steps = train(ensemble, createAdam({ learningRate: 1e-2 }), 3, (layers) =>
      tf.sum(losses(methods[method], layers, batch, betas)),
    );
    while (!steps.next().done);
    tensors[`training ${method}`] = losses(methods[method], ensemble.layers, batch, betas);
    tf.dispose(parametersOf(ensemble.layers));
  }

  const numbers: Record<string, number[]> = {};
  for (const [name, tensor] of Object.entries(tensors)) numbers[name] = Array.from(await tensor.data());
  return numbers;
}

/** The results that differ too much, with their largest |a − b| / (1 + |b|). */
export function excesses(
  actual: Readonly<Record<string, readonly number[]>>,
  expected: Readonly<Record<string, readonly number[]>>,
  tolerance: { readonly operations: number; readonly training: number },
): [name: string, largest: number][] {
  return Object.entries(expected).flatMap(([name, numbers]): [string, number][] => {
    const differences = numbers.map(
      (number, i) => Math.abs(actual[name][i] - number) / (1 + Math.abs(number)),
    );
    const largest = differences.some(Number.isNaN) ? NaN : Math.max(...differences);
    const allowed = name.startsWith('training') ? tolerance.training : tolerance.operations;
    return largest <= allowed ? [] : [[name, largest]];
  });
}
