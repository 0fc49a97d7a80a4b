import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bits } from '../../../src/lib/information/bits.js';
import { random } from '../../../src/lib/statistics/random.js';
import { diffusionMatrix } from '../../../src/papers/diffusion-spectral-entropy/diffusion-matrix.js';
import {
  diffusionSpectralEntropy,
  diffusionSpectrum,
} from '../../../src/papers/diffusion-spectral-entropy/diffusion-spectral-entropy.js';
import { weylPoints } from '../../lib/information/weyl-points.js';

const of = (
  points: readonly number[],
  dimension: number,
  width: number,
  steps = 1,
  variant: 'code' | 'text' = 'code',
) =>
  bits(
    diffusionSpectralEntropy(diffusionSpectrum(Float64Array.from(points), dimension, width, variant), steps),
  );

const triangle = [0, 0, 3, 0, 0, 4];
const line = [0, 1, 2, 10, 11];

const samples = fc.record({
  n: fc.integer({ min: 1, max: 25 }),
  width: fc.double({ min: 0.05, max: 10, noNaN: true }),
  seed: fc.integer(),
});
const cloud = (n: number, seed: number) => Float64Array.from({ length: 2 * n }, random(seed).normal);

describe('diffusion spectral entropy', () => {
  it('of two points has a closed form', () => {
    const [one, other] = diffusionSpectrum(Float64Array.of(0, 1), 1, 1);
    expect(one).toBeCloseTo(1, 14);
    expect(other).toBeCloseTo(Math.tanh(1 / 4), 14);
    expect(of([0, 1], 1, 1)).toBeCloseTo(0.7153491667, 9);
  });

  // NumPy 2.4.6: linalg.eigvalsh, linalg.eigvals for the variant of the text.
  it.each([
    [triangle, 2, 1, 1, 'code', 1.5848842922785713],
    [triangle, 2, 1, 2, 'code', 1.5846512489272144],
    [triangle, 2, 2, 1, 'code', 1.5214206221136317],
    [triangle, 2, 2, 2, 'code', 1.3744724911924528],
    [triangle, 2, 10, 1, 'code', 0.3405610587889578],
    [triangle, 2, 10, 2, 'code', 0.021890613796185444],
    [triangle, 2, 1, 1, 'text', 1.5848842821284657],
    [triangle, 2, 2, 1, 'text', 1.520155011480059],
    [triangle, 2, 10, 1, 'text', 0.34094680399186367],
    [line, 1, 1, 1, 'code', 1.9785904710828226],
    [line, 1, 1, 3, 'code', 1.3167106709943979],
    [line, 1, 2, 1, 'code', 1.4792607598879373],
  ] as const)(
    'of %j (%iD) at width %d after %i steps, %s, agrees with NumPy',
    (points, d, width, steps, variant, expected) => {
      expect(of(points, d, width, steps, variant)).toBeCloseTo(expected, 10);
    },
  );

  it('of 200 points agrees with NumPy 2.4.6, one spectrum for all steps', () => {
    for (const [width, text, ...code] of [
      [0.1, 5.214661296528517, 5.215962439810131, 5.061401960152521, 4.917782610205592, 4.719899881118652],
      [
        0.5, 2.6235855730021247, 2.586854424320061, 1.0991026048829429, 0.4320366152956352,
        0.05474743959757887,
      ],
      [
        2, 0.40160693305849715, 0.4003823210464524, 0.014938750924593288, 0.00045099611470082745,
        3.2681122908510766e-7,
      ],
    ]) {
      const spectrum = diffusionSpectrum(weylPoints, 4, width);
      [1, 2, 3, 5].forEach((steps, i) =>
        expect(diffusionSpectralEntropy(spectrum, steps)).toBeCloseTo(code[i], 11),
      );
      expect(diffusionSpectralEntropy(diffusionSpectrum(weylPoints, 4, width, 'text'))).toBeCloseTo(text, 11);
    }
  });

  it('is 0 for equal points, log k for k tight groups however large, log n for points far apart', () => {
    expect(of([5, 5, 5, 5, 5], 1, 1)).toBeCloseTo(0, 10);
    expect(of([0, 0, 50, 50, 50], 1, 1)).toBeCloseTo(1, 10);
    for (const steps of [1, 2, 5])
      expect(of([0, 0, 0, 0, 0, 50, 100, 100], 1, 1, steps)).toBeCloseTo(Math.log2(3), 10);
    const corners = Array.from({ length: 64 }, (_, at) => (at % 9 === 0 ? 1000 : 0));
    expect(of(corners, 8, 10)).toBeCloseTo(3, 10);
  });

  it('stays between 0 and log n, and falls with every step', () => {
    fc.assert(
      fc.property(samples, ({ n, width, seed }) => {
        const spectrum = diffusionSpectrum(cloud(n, seed), 2, width);
        const entropies = [0.5, 1, 2, 3, 7].map((steps) => diffusionSpectralEntropy(spectrum, steps));
        entropies.forEach((entropy, i) => {
          expect(entropy).toBeGreaterThanOrEqual(-1e-12);
          expect(entropy).toBeLessThanOrEqual((entropies[i - 1] ?? Math.log(n)) + 1e-9);
        });
      }),
    );
  });

  it('has a spectrum with the traces of the powers of its matrix, none of it negative, led by 1', () => {
    fc.assert(
      fc.property(
        samples,
        fc.constantFrom('code' as const, 'text' as const),
        ({ n, width, seed }, variant) => {
          const matrix = diffusionMatrix(cloud(n, seed), 2, width, variant);
          const spectrum = diffusionSpectrum(cloud(n, seed), 2, width, variant);
          expect(spectrum[0]).toBeCloseTo(1, 12);
          expect(spectrum[n - 1]).toBeGreaterThan(-1e-12);
          let power = matrix;
          for (let steps = 1; steps <= 4; steps++) {
            let trace = 0;
            for (let i = 0; i < n; i++) trace += power[i * n + i];
            expect(spectrum.reduce((sum, value) => sum + value ** steps, 0)).toBeCloseTo(trace, 10);
            power = power.map((_, at) => {
              const [i, j] = [Math.floor(at / n), at % n];
              let sum = 0;
              for (let k = 0; k < n; k++) sum += power[i * n + k] * matrix[k * n + j];
              return sum;
            });
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('sees neither the order of the points, nor rotations, nor a change of unit of points and width', () => {
    fc.assert(
      fc.property(samples, ({ n, width, seed }) => {
        const points = cloud(n, seed);
        const order = random(seed, 'order').shuffle(n);
        const [c, s] = [Math.cos(seed), Math.sin(seed)];
        const moved = points.map((_, at) => {
          const [a, b] = points.subarray(2 * order[at >> 1], 2 * order[at >> 1] + 2);
          return 4 * (at % 2 ? s * a + c * b : c * a - s * b) + 3;
        });
        const before = diffusionSpectralEntropy(diffusionSpectrum(points, 2, width));
        expect(diffusionSpectralEntropy(diffusionSpectrum(moved, 2, 4 * width))).toBeCloseTo(before, 9);
      }),
    );
  });
});
