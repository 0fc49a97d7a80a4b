import { describe, expect, it } from 'vitest';
import { diffusionSpectralEntropy } from '../../../src/papers/diffusion-spectral-entropy/diffusion-spectral-entropy.js';
import { spectralClusters } from '../../../src/papers/diffusion-spectral-entropy/spectral-clusters.js';

describe('what there is no answer to', () => {
  it('an entropy after no steps, or of no eigenvalues', () => {
    for (const steps of [0, -1, NaN, Infinity])
      expect(() => diffusionSpectralEntropy(Float64Array.of(0.7, 0.3), steps)).toThrow('positive number');
    expect(() => diffusionSpectralEntropy(new Float64Array())).toThrow('no eigenvalues');
  });

  it('three clusters of fifty equal points', () => {
    expect(() => spectralClusters(new Float64Array(100), 2, 3)).toThrow('1 distinct points do not make 3');
  });
});
