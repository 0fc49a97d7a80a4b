import * as tf from '@tensorflow/tfjs-core';
import { registerBroadcastMatMul } from './broadcast-matmul.js';
import { registerGradients } from './gradients.js';
import { registerWasmActivations } from './wasm-activations.js';
import { registerWasmConvolution } from './wasm-convolution.js';
import { registerWasmGather } from './wasm-gather.js';
import { registerWasmIdentity } from './wasm-identity.js';
import { registerWasmMatMul } from './wasm-matmul.js';
import { registerWebGpuPad } from './webgpu-pad.js';

/**
 * Completes a TensorFlow.js backend that is about to be used: derivatives for training; on WebAssembly
 * the kernels that a stacked ensemble or a convolutional network needs to be fast; elsewhere those that replace
 * what is silently wrong. The backend's module must have been imported. Harmless when repeated.
 */
export function registerOperations(backend: string): void {
  registerGradients();
  if (backend === 'webgpu') registerWebGpuPad();
  if (backend === 'webgpu' || backend === 'cpu') registerBroadcastMatMul(backend);
  if (backend !== 'wasm') return;
  // Threads would need a page that is isolated from all others; a sweep uses more cores by more workers.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  registerWasmMatMul();
  registerWasmIdentity();
  registerWasmActivations();
  registerWasmGather();
  registerWasmConvolution();
}
