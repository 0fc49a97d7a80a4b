import * as tf from '@tensorflow/tfjs-core';
import { type Disagreement, disagreements } from '../engine/agreement.js';
import { excesses, results } from '../engine/results.js';
import type { GpuRun, Section } from './gpu-section.js';

/** As in the tests of backends. */
const tolerance = { operations: 1e-4, training: 1e-3 };
/** Random examples of each operation, at most. */
const examples = 20;

/**
 * Compares WebGPU with plain JavaScript: every operation that is trained through, its derivative, and steps of training; then
 * random examples of every operation until the time is over. What disagrees is listed.
 */
export async function checkCorrectness({ deadline, say }: GpuRun): Promise<Section> {
  await tf.setBackend('cpu');
  const expected = await results();
  await tf.setBackend('webgpu');
  const found = excesses(await results(), expected, tolerance);
  const count = Object.keys(expected).length;
  say(`${count} results of operations, derivatives and training: ${found.length} disagree`);

  const random: Disagreement[] = [];
  let number = 0;
  for (; number < examples && deadline.left() > 0; number++) {
    random.push(...(await disagreements(['webgpu', 'cpu'], [number], tolerance.operations)));
    say(`random examples ${number + 1}: ${random.length} disagree`);
  }
  await tf.setBackend('webgpu');
  return {
    rows: [
      [`${count} results of operations, derivatives, training`, `${found.length} disagree`, '', ''],
      [`${number} random examples of each operation`, `${random.length} disagree`, '', ''],
    ],
    notes: [
      ...found.map(([name, largest]) => `${name} disagrees: ${largest}`),
      ...random.map(
        ({ name, shapes, found: problem }) => `${name} of ${shapes.join(' and ')} disagrees: ${problem}`,
      ),
    ],
  };
}
