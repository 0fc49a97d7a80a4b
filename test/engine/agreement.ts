import * as tf from '@tensorflow/tfjs-core';
import { type Draw, drawFrom, randomCases } from './random-cases.js';

/** An example on which two backends disagree. */
export interface Disagreement {
  readonly name: string;
  /** Shapes of the tensors that were drawn, in their order. */
  readonly shapes: readonly string[];
  /** Largest |a − b| / (1 + |b|), or what was thrown. */
  readonly found: string;
}

interface Computed {
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
  readonly shapes: readonly string[];
}

/**
 * Computes numbered random examples of every case on two backends, the numbers of an example being the same on both.
 *
 * @param numbers the examples of each case
 * @param tolerance largest |a − b| / (1 + |b|) of one backend's number a and the other's b that counts as agreement
 */
export async function disagreements(
  [backend, reference]: readonly [string, string],
  numbers: readonly number[],
  tolerance: number,
): Promise<Disagreement[]> {
  const found: Disagreement[] = [];
  for (const name of Object.keys(randomCases))
    for (const number of numbers) {
      const expected = await computeOn(reference, name, number);
      let problem: string | undefined;
      try {
        problem = difference(await computeOn(backend, name, number), expected, tolerance);
      } catch (error) {
        problem = String(error).split('\n')[0];
      }
      if (problem !== undefined) found.push({ name, shapes: expected.shapes, found: problem });
    }
  return found;
}

async function computeOn(backend: string, name: string, number: number): Promise<Computed> {
  await tf.setBackend(backend);
  const draw = drawFrom(name, number);
  const shapes: string[] = [];
  const noted: Draw = {
    ...draw,
    normal(shape) {
      shapes.push(`[${shape.join(', ')}]`);
      return draw.normal(shape);
    },
  };
  const y = tf.tidy(() => randomCases[name](noted));
  const values = await y.data();
  y.dispose();
  return { shape: y.shape, values, shapes };
}

function difference(actual: Computed, expected: Computed, tolerance: number): string | undefined {
  if (!tf.util.arraysEqual([...actual.shape], [...expected.shape]))
    return `shape [${actual.shape.join(', ')}] for [${expected.shape.join(', ')}]`;
  const differences = Array.from(
    expected.values,
    (value, i) => Math.abs(actual.values[i] - value) / (1 + Math.abs(value)),
  );
  const largest = differences.some(Number.isNaN) ? NaN : Math.max(...differences);
  return largest <= tolerance ? undefined : String(largest);
}
