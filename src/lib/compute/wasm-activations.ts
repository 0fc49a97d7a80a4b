import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import {
  erf,
  exp,
  expm1,
  gelu,
  geluDerivative,
  log,
  log1p,
  reciprocalSqrt,
  sigmoid,
  softplus,
  tanh,
} from './compiler/functions.js';
import { compileUnary, type UnaryRoutine } from './compiler/unary-routines.js';
import { Gelu, GeluDerivative } from './gelu.js';
import { replaceKernel } from './replace-kernel.js';
import { memoryOf } from './wasm-memory.js';

/** By the name of TensorFlow.js's kernel. */
const functions = {
  [tf.Erf]: erf,
  [tf.Exp]: exp,
  [tf.Expm1]: expm1,
  [tf.Log]: log,
  [tf.Log1p]: log1p,
  [tf.Rsqrt]: reciprocalSqrt,
  [tf.Sigmoid]: sigmoid,
  [tf.Softplus]: softplus,
  [tf.Tanh]: tanh,
  [Gelu]: gelu,
  [GeluDerivative]: geluDerivative,
};

const compiled = new WeakMap<BackendWasm, Readonly<Record<string, UnaryRoutine>>>();

function routines(backend: BackendWasm): Readonly<Record<string, UnaryRoutine>> {
  let known = compiled.get(backend);
  if (!known) {
    known = compileUnary(memoryOf(backend), functions);
    compiled.set(backend, known);
  }
  return known;
}

/**
 * Replaces the WebAssembly backend's elementary functions, for most of them a call of the C library for each value,
 * by vectorised ones; within two units in the last place of the true value.
 */
export function registerWasmActivations(): void {
  for (const kernelName of Object.keys(functions)) {
    replaceKernel({
      kernelName,
      backendName: 'wasm',
      kernelFunc: ({ inputs, backend }) => {
        const wasm = backend as BackendWasm;
        const x = inputs.x!;
        if (x.dtype !== 'float32')
          throw new TypeError(`${kernelName} takes a float32 tensor, not ${x.dtype}: cast it before`);
        const y = wasm.makeOutput(x.shape, 'float32');
        const size = tf.util.sizeFromShape(x.shape);
        routines(wasm)[kernelName](wasm.getMemoryOffset(x.dataId), wasm.getMemoryOffset(y.dataId), size);
        return y;
      },
    });
  }
}
