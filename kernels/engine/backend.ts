import * as tf from '@tensorflow/tfjs-core';
import { Failure } from './failure.js';
import { processor } from './machine.js';

/** A TensorFlow.js backend that is ready to compute. */
export interface PreparedBackend {
  readonly name: string;
  readonly device: string;
}

/** Prepares the backend that was asked for, WebAssembly where none was. */
export async function prepareBackend(request = 'wasm'): Promise<PreparedBackend> {
  if (request === 'wasm') await import('@tensorflow/tfjs-backend-wasm');
  else if (request === 'cpu') await import('@tensorflow/tfjs-backend-cpu');
  else throw new Failure(`there is no backend "${request}"`, 2);
  await tf.setBackend(request);
  return { name: request, device: processor() };
}
