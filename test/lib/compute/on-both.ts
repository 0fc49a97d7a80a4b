import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { random } from '../../../src/lib/statistics/random.js';

/** Values and shape of a tensor, of no backend. */
export interface Plain {
  readonly shape: number[];
  readonly values: Float32Array;
}

/** Standard normal values. */
export function normal(seed: number, name: string, shape: number[]): Plain {
  const stream = random(seed, name);
  return { shape, values: Float32Array.from({ length: tf.util.sizeFromShape(shape) }, stream.normal) };
}

export const tensor = <T extends tf.Tensor>({ shape, values }: Plain): T => tf.tensor(values, shape) as T;

/** Computes on WebAssembly and on the plain JavaScript backend, and expects the same within a tolerance. */
export async function expectSameOnBoth(compute: () => tf.Tensor, tolerance: number): Promise<void> {
  const results: Plain[] = [];
  for (const backend of ['cpu', 'wasm']) {
    await tf.setBackend(backend);
    const [values, shape] = tf.tidy(() => {
      const y = compute();
      return [y.dataSync() as Float32Array, y.shape];
    });
    results.push({ shape, values });
  }
  const [expected, actual] = results;
  expect(actual.shape).toEqual(expected.shape);
  expected.values.forEach((value, i) =>
    expect(Math.abs(actual.values[i] - value), `element ${i}`).toBeLessThanOrEqual(
      tolerance * (1 + Math.abs(value)),
    ),
  );
}
