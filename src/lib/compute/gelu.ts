import * as tf from '@tensorflow/tfjs-core';

/** Kernels of the WebAssembly backend alone: the function, and its derivative. */
export const Gelu = 'Gelu';
export const GeluDerivative = 'GeluDerivative';

/**
 * The Gaussian error linear unit x Φ(x), Φ being the standard normal distribution (D. Hendrycks, K. Gimpel, 2016), by
 * the error function. Differentiable once.
 */
export function gelu<T extends tf.Tensor>(x: T): T {
  return tf.getBackend() === 'wasm' ? atOnce(x) : composed(x);
}

function atOnce<T extends tf.Tensor>(x: T): T {
  const kernel = (name: string, values: tf.Tensor) => tf.engine().runKernel(name, { x: values }) as T;
  return tf.customGrad<T>((values, save) => {
    (save as tf.GradSaveFunc)([values as T]);
    return {
      value: kernel(Gelu, values as T),
      gradFunc: (dy: T, [saved]: tf.Tensor[]) => tf.mul<T>(dy, kernel(GeluDerivative, saved)),
    };
  })(x);
}

/** The same by operations that every backend has; loses digits far below zero, where 1 + erf cancels. */
function composed<T extends tf.Tensor>(x: T): T {
  return tf.mul(tf.mul<T>(x, 0.5), tf.add(tf.erf(tf.mul<T>(x, Math.SQRT1_2)), 1));
}
