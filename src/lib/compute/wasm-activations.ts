import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { assembly } from './assembly.js';

/**
 * Replaces the WebAssembly backend's tanh and softplus, a call of the C library for each value, by vectorised
 * ones; within 2e-6 of the true value, relatively. (Its exp is as slow, but recorded results hang on its bits.)
 */
export function registerWasmActivations(): void {
  for (const [kernelName, name] of [
    [tf.Tanh, 'tanh'],
    [tf.Softplus, 'softplus'],
  ] as const) {
    tf.unregisterKernel(kernelName, 'wasm');
    tf.registerKernel({
      kernelName,
      backendName: 'wasm',
      kernelFunc: ({ inputs, backend }) => {
        const wasm = backend as BackendWasm;
        const x = inputs.x!;
        if (x.dtype !== 'float32') throw new TypeError(`${name} takes a float32 tensor, not ${x.dtype}`);
        const y = wasm.makeOutput(x.shape, 'float32');
        const size = tf.util.sizeFromShape(x.shape);
        assembly(wasm)[name](wasm.getMemoryOffset(x.dataId), wasm.getMemoryOffset(y.dataId), size);
        return y;
      },
    });
  }
}
