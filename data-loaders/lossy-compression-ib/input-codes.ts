import {
  principalCodes,
  type PrincipalComponents,
  principalComponents,
} from '../../src/lib/statistics/principal-components.js';
import { random } from '../../src/lib/statistics/random.js';
import type { Compression } from '../../src/papers/lossy-compression-ib/tables.js';
import { unexplainedVariance } from '../../src/papers/lossy-compression-ib/unexplained-variance.js';
import { denseAutoencoder } from './dense-autoencoder.js';
import { pixels } from './digit-rows.js';
import type { NetworkParameters } from './network.js';

/** Numbers that stand for an image, and for a layer. */
export const codeSize = 4;

/** Images squeezed to a few numbers each. */
export interface InputCodes {
  readonly compression: Compression;
  /** `[n, codeSize]` */
  readonly codes: Float64Array;
  /** Share of the pixels' variance that they leave unexplained. */
  readonly unexplained: number;
}

/** Squeezes the images of the evaluation by what is fitted to those of the training; yields the fraction that is done. */
export async function* inputCodes(
  training: Float32Array,
  evaluation: Float32Array,
  { compressions, autoencoder }: NetworkParameters,
  seed: number,
  signal: AbortSignal,
): AsyncGenerator<number, InputCodes[], void> {
  const found: InputCodes[] = [];
  for (const compression of compressions) {
    if (compression === 'principal') {
      // As many images as are squeezed are enough to find four directions.
      const points = Float64Array.from(training.subarray(0, evaluation.length));
      found.push({ compression, ...linearCodes(evaluation, principalComponents(points, pixels, codeSize)) });
      continue;
    }
    const weights = random(seed, 'network', 'autoencoder').integer(2 ** 31);
    const steps = denseAutoencoder(training, pixels, codeSize, autoencoder, weights);
    let state = steps.next();
    for (; !state.done; state = steps.next()) {
      signal.throwIfAborted();
      yield state.value;
    }
    const encoder = state.value;
    try {
      const unexplained = await encoder.unexplained(evaluation);
      found.push({ compression, codes: await encoder.encode(evaluation), unexplained });
    } finally {
      encoder.dispose();
    }
  }
  return found;
}

function linearCodes(images: Float32Array, components: PrincipalComponents) {
  const points = Float64Array.from(images);
  const codes = principalCodes(points, components);
  const { mean, directions } = components;
  const reconstruction = points.map((_, at) => {
    const [row, pixel] = [Math.floor(at / pixels), at % pixels];
    let value = mean[pixel];
    for (let v = 0; v < codeSize; v++) value += codes[row * codeSize + v] * directions[v * pixels + pixel];
    return value;
  });
  return { codes, unexplained: unexplainedVariance(points, reconstruction, pixels) };
}
