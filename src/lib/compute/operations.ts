import { registerGradients } from './gradients.js';
import { registerWasmIdentity } from './wasm-identity.js';
import { registerWasmMatMul } from './wasm-matmul.js';

/**
 * Completes a TensorFlow.js backend that is about to be used: derivatives for training, and on WebAssembly
 * the kernels that a stacked ensemble needs to be fast.
 */
export function registerOperations(backend: string): void {
  registerGradients();
  if (backend !== 'wasm') return;
  registerWasmMatMul();
  registerWasmIdentity();
}
