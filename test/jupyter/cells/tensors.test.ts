import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { closeTensorScopes } from '../../../kernels/jupyter/cells/tensors.js';
import { registerGradients } from '../../../src/lib/compute/gradients.js';

beforeAll(async () => {
  await tf.setBackend('cpu');
  registerGradients();
});

/** What is left where a step is ended by the time that it calls what it is given: nothing after that runs. */
function endedWithin(step: (end: () => never) => void): object {
  const before = tf.memory().numTensors;
  let after: object | undefined;
  const end = () => {
    closeTensorScopes();
    const { scopeStack, activeTape, gradientDepth, kernelDepth } = tf.engine().state;
    const tensors = tf.memory().numTensors - before;
    after = { tensors, scopes: scopeStack.length, activeTape, gradientDepth, kernelDepth };
    throw new Error('ended');
  };
  // The engine closes what it had open, and finds that it no longer is.
  expect(() => step(end)).toThrow();
  closeTensorScopes();
  return after!;
}

const nothing = { tensors: 0, scopes: 0, activeTape: null, gradientDepth: 0, kernelDepth: 0 };

it('nothing is left of a training step that was ended, wherever it was', () => {
  const weights = tf.variable(tf.ones([4, 4]));
  const data = tf.ones([8, 4]);
  const loss = () => tf.mean(tf.square(tf.tanh(tf.matMul(data, weights)))) as tf.Scalar;
  const forwards = endedWithin((end) => {
    tf.variableGrads(() => {
      const inner = tf.tidy(() => tf.square(tf.tanh(tf.matMul(data, weights))));
      return end() ?? (tf.mean(inner) as tf.Scalar);
    });
  });
  const amidst = endedWithin((end) => {
    // Tensors that an operation has saved, and that no recorded step has yet.
    const operation = tf.customGrad((x, save) => {
      (save as tf.GradSaveFunc)([tf.square(x as tf.Tensor)]);
      return end();
    });
    tf.variableGrads(() => operation(tf.tanh(weights)) as tf.Scalar);
  });
  const backwards = endedWithin((end) => {
    const operation = tf.customGrad((x, save) => {
      (save as tf.GradSaveFunc)([x as tf.Tensor]);
      return { value: tf.square(x as tf.Tensor), gradFunc: () => end() };
    });
    tf.tidy(() => void tf.variableGrads(() => tf.mean(tf.tanh(operation(weights))) as tf.Scalar));
  });
  expect([forwards, amidst, backwards]).toEqual([nothing, nothing, nothing]);

  const before = tf.memory().numTensors;
  expect(tf.tidy(() => tf.variableGrads(loss).value.dataSync().length)).toBe(1);
  expect(tf.memory().numTensors).toBe(before);
});

it('what was kept before the step stays', () => {
  const kept = tf.tidy(() => tf.keep(tf.scalar(3)));
  const before = endedWithin((end) => tf.tidy(() => void (tf.ones([2]), end())));
  expect(before).toEqual(nothing);
  expect(kept.dataSync()[0]).toBe(3);
});
