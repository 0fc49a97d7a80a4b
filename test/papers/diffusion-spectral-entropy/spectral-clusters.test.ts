import { describe, expect, it } from 'vitest';
import { labelsOf } from '../../../src/lib/information/labels.js';
import { spectralClusters } from '../../../src/papers/diffusion-spectral-entropy/spectral-clusters.js';
import { weylPoints } from '../../lib/information/weyl-points.js';

/** Two rings around each other, every other point on the wider one. */
const rings = Float64Array.from({ length: 400 }, (_, at) => {
  const i = at >> 1;
  const radius = (i % 2 ? 3 : 1) * (1 + 0.1 * weylPoints[4 * i + 1]);
  const angle = 2 * Math.PI * weylPoints[4 * i];
  return radius * (at % 2 ? Math.sin(angle) : Math.cos(angle));
});

describe('spectral clusters', () => {
  it('follow rings, which no line parts', () => {
    const { codes, count } = spectralClusters(rings, 2, 2);
    expect(count).toBe(2);
    expect([...codes]).toEqual(Array.from({ length: 200 }, (_, i) => i % 2));
  });

  // scikit-learn 1.9.1, SpectralClustering(n, affinity='nearest_neighbors', assign_labels='cluster_qr').
  it.each([
    [
      5,
      '04023042401434220032112414312330104412344240323420043213421431134010442234224102442103224341143413010041243421434240210333434100142301004124142203414021031333414014240220432314240341301104143441401224',
    ],
    [
      10,
      '57082491643827584485946839230280356708299164817958448092603623026035675829116480795846107260362902498573567913729075534610729085391749857357761942907583481922936539174214718276164890858368392693643517',
    ],
  ])('of points in four dimensions, %i of them, are those of scikit-learn', (clusters, theirs) => {
    const expected = labelsOf(Array.from(theirs, Number));
    expect(spectralClusters(weylPoints, 4, clusters)).toEqual(expected);
  });

  it('says what is wrong', () => {
    expect(() => spectralClusters(Float64Array.of(0, 1, 2), 1, 2)).toThrow('9 nearest of 3 points');
    expect(() => spectralClusters(rings, 2, 201)).toThrow('from 1 to 200');
  });
});
