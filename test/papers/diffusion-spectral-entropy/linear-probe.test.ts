import { describe, expect, it } from 'vitest';
import { random } from '../../../src/lib/statistics/random.js';
import { linearProbe } from '../../../src/papers/diffusion-spectral-entropy/linear-probe.js';

/** Points in the plane, and the class that a rule gives them. */
function points(n: number, seed: number, rule: (x: number, y: number) => number) {
  const { normal } = random(seed);
  const z = Float64Array.from({ length: 2 * n }, () => 40 * normal());
  return { z, labels: Array.from({ length: n }, (_, i) => rule(z[2 * i], z[2 * i + 1])) };
}

describe('linearProbe', () => {
  it('finds classes that lines part, also on rows that it was not fitted to', () => {
    const sector = (x: number, y: number) => (x > 0 ? 0 : y > 0 ? 1 : 2);
    const { train, test } = linearProbe(points(300, 1, sector), points(200, 2, sector), 2, 3, random(3));
    expect(train).toBeGreaterThan(0.9);
    expect(test).toBeGreaterThan(0.85);
  });

  it('does not find those that no line parts', () => {
    const crossed = (x: number, y: number) => (x > 0 === y > 0 ? 1 : 0);
    const { test } = linearProbe(points(300, 1, crossed), points(300, 2, crossed), 2, 2, random(3));
    expect(test).toBeLessThan(0.7);
  });

  it('has an answer for representations that are all alike', () => {
    const alike = { z: new Float64Array(20), labels: Array.from({ length: 10 }, (_, i) => (i < 7 ? 0 : 1)) };
    expect(linearProbe(alike, alike, 2, 2, random(1))).toEqual({ train: 0.7, test: 0.7 });
  });
});
