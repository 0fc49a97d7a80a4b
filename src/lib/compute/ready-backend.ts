import * as tf from '@tensorflow/tfjs-core';
import { registerOperations } from './operations.js';

/**
 * Makes sure of a backend with all operations that training needs: the one that whoever calls has prepared, else
 * WebAssembly, on which a stacked ensemble is some fifteen times faster than in plain JavaScript.
 *
 * @param wasm address of `tfjs-backend-wasm-simd.wasm`; where omitted, TensorFlow.js looks beside its own module
 * @throws {Error} where WebAssembly does not start: a browser without its SIMD instructions
 */
export async function readyBackend(wasm?: string): Promise<void> {
  if (tf.getBackend()) return;
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  if (wasm !== undefined)
    setWasmPaths({
      'tfjs-backend-wasm-simd.wasm': wasm,
      // Never asked for: threads are off, and our own routines need SIMD as well.
      'tfjs-backend-wasm.wasm': wasm,
      'tfjs-backend-wasm-threaded-simd.wasm': wasm,
    });
  registerOperations('wasm');
  tf.enableProdMode(); // mutes advice on which backend to install; nothing else depends on it
  if (!(await tf.setBackend('wasm')))
    throw new Error('TensorFlow.js did not start here: it needs WebAssembly with SIMD instructions');
}
