import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, RunEvent } from '../../src/lib/experiment/experiment.js';
import { blobImages } from '../../src/lib/information/known/blob-images.js';
import { correlatedNormals } from '../../src/lib/information/known/correlated-normals.js';
import { rectangleImages, rectangles } from '../../src/lib/information/known/rectangle-images.js';
import type { PairedPoints } from '../../src/lib/information/paired-points.js';
import { normalProbability } from '../../src/lib/statistics/normal.js';
import { principalCodes, principalComponents } from '../../src/lib/statistics/principal-components.js';
import { random } from '../../src/lib/statistics/random.js';
import { denseAutoencoder, type Encoder } from './dense-autoencoder.js';
import { attempt, estimateInformation } from './estimators.js';
import type { SyntheticParameters } from './synthetic-parameters.js';

const families = {
  blobs: { dimension: 2, draw: (normals: Float64Array, size: number) => blobImages(normals, size) },
  rectangles: {
    dimension: 4,
    draw: (normals: Float64Array, size: number) => rectangleImages(rectangles(normals, size), size),
  },
} as const;

/** Runs the part `<family>-<seed>`. */
export async function* runSynthetic({
  params,
  part,
  seed,
  signal,
}: Context<SyntheticParameters>): AsyncGenerator<RunEvent, void, void> {
  const [name, number] = part.id.split('-') as [keyof typeof families, string];
  const { dimension, draw } = families[name];
  const { size, samples, trained, heldOut, informations } = params;
  const values = size * size;
  const images = (stream: string, count: number) => {
    const { normal } = random(seed, 'synthetic', part.id, stream);
    return Float32Array.from(draw(Float64Array.from({ length: count * dimension }, normal), size));
  };

  const training = denseAutoencoder(
    images('training images', trained),
    values,
    dimension,
    params.autoencoder,
    random(seed, 'synthetic', part.id, 'autoencoder').integer(2 ** 31),
  );
  let state = training.next();
  for (; !state.done; state = training.next()) {
    signal.throwIfAborted();
    yield { progress: 0.6 * state.value };
  }
  const encoder = state.value;
  try {
    const unexplained = await encoder.unexplained(images('held-out images', heldOut));
    const linear = principalComponents(
      Float64Array.from(images('training images', trained)),
      values,
      dimension,
    );
    for (const [index, information] of informations.entries()) {
      signal.throwIfAborted();
      const pair = correlatedNormals(
        samples,
        dimension,
        information,
        random(seed, 'synthetic', part.id, information),
      );
      const [x, y] = [draw(pair.x, size), draw(pair.y, size)];
      const paired = (of: Float64Array, with_: Float64Array): PairedPoints => ({
        x: of,
        y: with_,
        dimensionX: dimension,
        dimensionY: dimension,
      });
      const representations = {
        // What the images show: the uniform parameters, not the normals that they come from.
        parameters: paired(pair.x.map(normalProbability), pair.y.map(normalProbability)),
        autoencoder: paired(await codesOf(encoder, x), await codesOf(encoder, y)),
        principal: paired(principalCodes(x, linear), principalCodes(y, linear)),
      };
      const rows = Object.entries(representations).flatMap(([representation, points]) =>
        params.estimators.map((estimator): Row => {
          const { value, error } = attempt(() => estimateInformation(points, estimator));
          return {
            dataset: name,
            w: size,
            seed: Number(number),
            mi_true: information,
            representation,
            estimator,
            mi_est: value,
            se: error,
            ae_rel_mse: unexplained,
          };
        }),
      );
      yield { table: 'synthetic', rows };
      yield { progress: 0.6 + (0.4 * (index + 1)) / informations.length };
    }
  } finally {
    encoder.dispose();
  }
}

function codesOf(encoder: Encoder, images: Float64Array): Promise<Float64Array> {
  return encoder.encode(Float32Array.from(images));
}
