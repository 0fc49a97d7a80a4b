// Run as a program of its own with a WebGPU driver in its environment: prints the examples of operations, numbered from
// zero to the argument, on which WebGPU and plain JavaScript disagree, and what is said of values after an error.
import * as tf from '@tensorflow/tfjs-core';
import { prepareBackend } from '../../kernels/engine/backend.js';
import { disagreements } from './agreement.js';

await prepareBackend('cpu');
await prepareBackend('webgpu');
const numbers = Array.from({ length: Number(process.argv[2]) }, (_, number) => number);
const found = await disagreements(['webgpu', 'cpu'], numbers, 1e-4);

await tf.setBackend('webgpu');
const y = tf.add(tf.ones([3]), tf.ones([3]));
const { device } = tf.backend() as unknown as {
  readonly device: { createShaderModule(given: { readonly code: string }): unknown };
};
device.createShaderModule({ code: 'no shader at all' });
const refusal = await y.data().then(
  (values) => `gave ${values.join(' ')}`,
  (error: Error) => error.message,
);
process.stdout.write(JSON.stringify({ disagreements: found, refusal }));
