import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelsOf } from '../../../src/lib/information/labels.js';
import { pluginEntropy } from '../../../src/lib/information/plug-in.js';
import { random } from '../../../src/lib/statistics/random.js';
import { permute } from './arbitraries.js';
import { answer, coarse, family } from './family.js';
import { normals, rounded } from './hard-inputs.js';

/** Samples that people have: normals of any correlation, as they are or rounded, to decimals or to labels. */
const samples = fc.record({
  rho: fc.constantFrom(-0.9, -0.5, 0, 0.3, 0.8),
  size: fc.constantFrom(60, 150),
  steps: fc.tuple(fc.constantFrom(0, 0, 1e-3, 0.01, 0.1, 0.5, 1, 3), fc.constantFrom(0, 0, 0.01, 0.1, 1, 3)),
  seed: fc.nat(1000),
});

type Sample = typeof samples extends fc.Arbitrary<infer T> ? T : never;

const columns = ({ rho, size, steps, seed }: Sample) =>
  normals(rho, size, seed).map((values, side) => rounded(values, steps[side]));

describe.each(Object.keys(family))('%s', (name) => {
  const estimate = (x: Float64Array, y: Float64Array) => answer(() => family[name](x, y));

  // Which of tied neighbours is the k-th is open: algorithm 2 sees it, of the few ties that it takes.
  const tolerance = name === 'kraskov, algorithm 2' ? 0.02 : 1e-6;

  /** Of the same sample, the same answer: both refuse, or both say the same. */
  function same(first: number | undefined, second: number | undefined) {
    if (first === undefined || second === undefined) expect(second).toBe(first);
    else expect(Math.abs(second - first)).toBeLessThan(tolerance);
  }

  it('sees neither the order of observations, nor which side is which, nor a common scale', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const [x, y] = columns(sample);
        const found = estimate(x, y);
        const order = random(sample.seed, 'order').shuffle(x.length);
        same(found, estimate(permute(x, 1, order), permute(y, 1, order)));
        same(found, estimate(y, x));
        // By powers of two, so that no distance is rounded otherwise.
        same(
          found,
          estimate(
            x.map((value) => 8 * value),
            y.map((value) => 8 * value),
          ),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('at every level of rounding is near the truth, or refuses', () => {
    for (const rho of [0, 0.8])
      for (const size of [150, 1000])
        for (const step of [0, 1e-4, 1e-3, 0.01, 0.05, 0.1, 0.2, 0.5]) {
          const [x, y] = normals(rho, size, 40).map((values) => rounded(values, step));
          const truth = -0.5 * Math.log(1 - rho * rho);
          const found = estimate(x, y);
          if (found === undefined) continue;
          expect(found, `ρ = ${rho}, n = ${size}, step ${step}`).toBeLessThan(truth + 0.3);
          expect(found).toBeGreaterThan(coarse.has(name) ? -0.2 : truth - 0.3);
        }
  });

  it('says no more than the entropy of labels, nor less than nothing, beyond its error', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(1000), fc.boolean(), (count, seed, equal) => {
        const { integer } = random(seed, 'labels', count);
        const x = Float64Array.from({ length: 200 }, () => integer(count));
        const y = equal ? x.map((value) => (value * 3) % 8) : x.map(() => integer(3));
        const found = estimate(x, y);
        if (found === undefined) return;
        expect(found).toBeLessThan(
          Math.min(...[x, y].map((values) => pluginEntropy(labelsOf(values)))) + 0.1,
        );
        expect(found).toBeGreaterThan(-0.15);
      }),
      { numRuns: 40 },
    );
  });

  it('is not larger for what is left of a variable when it is cut to classes', () => {
    // Data processing holds for the truth; an estimate may miss it by its error.
    fc.assert(
      fc.property(fc.constantFrom(0, 0.5, 0.9), fc.nat(100), (rho, seed) => {
        const [x, y] = normals(rho, 400, seed, 41);
        const whole = estimate(x, y);
        const cut = estimate(
          x.map((value) => (value > 0 ? 1 : -1)),
          y,
        );
        if (cut !== undefined) expect(cut).toBeLessThan(whole! + 0.15);
      }),
      { numRuns: 15 },
    );
  });
});
