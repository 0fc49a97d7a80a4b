import { equalWidthLabels } from '../../lib/information/binning.js';
import { bits } from '../../lib/information/bits.js';
import { pluginEntropy } from '../../lib/information/plug-in.js';
import { symmetricEigen } from '../../lib/linear-algebra/symmetric-eigen.js';
import { random } from '../../lib/statistics/random.js';
import { diffusionMatrix } from '../../papers/diffusion-spectral-entropy/diffusion-matrix.js';
import { diffusionSpectralEntropy } from '../../papers/diffusion-spectral-entropy/diffusion-spectral-entropy.js';

export interface LiveDiffusionSettings {
  readonly clusters: number;
  /** Standard deviation of the points around their centre, which are 10 from the middle. */
  readonly spread: number;
  /** Share of the points that are anywhere in the square. */
  readonly noise: number;
  /** σ of the kernel. */
  readonly width: number;
  /** t of the diffusion. */
  readonly steps: number;
  readonly bins: number;
  readonly seed: number;
}

export interface LiveDiffusion {
  /** Each with its value of the second eigenvector, scaled to at most 1 in size. */
  readonly points: readonly { readonly x: number; readonly y: number; readonly second: number }[];
  /** |λ|^t, largest first. */
  readonly powers: Float64Array;
  /** Bits. */
  readonly dse: number;
  readonly cse: number;
}

const count = 200;
const radius = 10;
export const reach = 16;

/** Clusters of points in the plane, the spectrum of the diffusion on them and both entropies: some 30 ms. */
export function liveDiffusion(settings: LiveDiffusionSettings): LiveDiffusion {
  const { clusters, spread, noise, width, steps, bins, seed } = settings;
  const { normal, uniform } = random(seed, 'live diffusion');
  const points = Float64Array.from({ length: 2 * count }, (_, at) => {
    const angle = (2 * Math.PI * (Math.floor(at / 2) % clusters)) / clusters;
    const centre = clusters === 1 ? 0 : radius * (at % 2 ? Math.sin(angle) : Math.cos(angle));
    return centre + spread * normal();
  });
  for (let at = 0; at < Math.round(noise * count); at++)
    points.set([reach * (2 * uniform() - 1), reach * (2 * uniform() - 1)], 2 * at);

  const { values, vectors } = symmetricEigen(diffusionMatrix(points, 2, width), 2);
  const second = vectors.subarray(count);
  const largest = second.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return {
    points: Array.from(second, (value, i) => ({
      x: points[2 * i],
      y: points[2 * i + 1],
      second: value / largest,
    })),
    powers: values.map((value) => Math.abs(value) ** steps),
    dse: bits(diffusionSpectralEntropy(values, steps)),
    cse: bits(pluginEntropy(equalWidthLabels(points, 2, bins))),
  };
}
