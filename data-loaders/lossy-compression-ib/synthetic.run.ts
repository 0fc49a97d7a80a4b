import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { correlatedNormals } from '../../src/lib/information/known/correlated-normals.js';
import type { PairedPoints } from '../../src/lib/information/paired-points.js';
import { normalProbability } from '../../src/lib/statistics/normal.js';
import { principalCodes, principalComponents } from '../../src/lib/statistics/principal-components.js';
import { random } from '../../src/lib/statistics/random.js';
import { attempt, estimateInformation } from '../../src/papers/lossy-compression-ib/estimates.js';
import { imageFamilies } from '../../src/papers/lossy-compression-ib/image-families.js';
import { representations } from '../../src/papers/lossy-compression-ib/tables.js';
import { denseAutoencoder, type Encoder } from './dense-autoencoder.js';
import type { definition } from './synthetic.js';

/** Trains an autoencoder on images of one family, and estimates every information from all representations. */
export async function* run({
  params,
  part,
  seed,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { family, seed: number } = part.of;
  const { dimension, draw } = imageFamilies[family];
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
      const seen = {
        // What the images show: the uniform parameters, not the normals that they come from.
        parameters: paired(pair.x.map(normalProbability), pair.y.map(normalProbability)),
        autoencoder: paired(await codesOf(encoder, x), await codesOf(encoder, y)),
        principal: paired(principalCodes(x, linear), principalCodes(y, linear)),
      };
      const rows = representations.flatMap((representation) =>
        params.estimators.map((estimator) => {
          const { value, error } = attempt(() => estimateInformation(seen[representation], estimator));
          return {
            dataset: family,
            w: size,
            seed: number,
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
