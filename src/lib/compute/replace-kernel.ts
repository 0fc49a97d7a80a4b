import * as tf from '@tensorflow/tfjs-core';

/** Registers a kernel in the place of a backend's own of that name, if it has one. */
export function replaceKernel(kernel: tf.KernelConfig): void {
  const { kernelName, backendName } = kernel;
  if (tf.getKernel(kernelName, backendName)) tf.unregisterKernel(kernelName, backendName);
  tf.registerKernel(kernel);
}
