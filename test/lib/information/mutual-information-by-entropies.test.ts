import { describe, expect, it } from 'vitest';
import { correlatedNormals } from '../../../src/lib/information/known/correlated-normals.js';
import { kraskov } from '../../../src/lib/information/kraskov.js';
import { labelsOf } from '../../../src/lib/information/labels.js';
import {
  type EntropyEstimator,
  informationByEntropies,
  labelInformationByEntropies,
} from '../../../src/lib/information/mutual-information-by-entropies.js';
import type { PairedPoints } from '../../../src/lib/information/paired-points.js';
import { weightedKozachenkoLeonenko } from '../../../src/lib/information/weighted-kozachenko-leonenko.js';
import { random } from '../../../src/lib/statistics/random.js';
import { latticePoints, primes } from './lattice-points.js';

// A lattice, of which other code knows the answer, has ties that are refused else.
const weighted: EntropyEstimator = (points, dimension) =>
  weightedKozachenkoLeonenko(points, dimension, { checked: false });
const nearest: EntropyEstimator = (points, dimension) =>
  weightedKozachenkoLeonenko(points, dimension, { weights: [1], checked: false });

const lattice: PairedPoints = {
  x: latticePoints(500, primes.slice(0, 4)),
  dimensionX: 4,
  y: latticePoints(500, primes.slice(4)),
  dimensionY: 4,
};
const quarters = labelsOf(latticePoints(500, primes.slice(0, 1)).map((value) => Math.floor(4 * value)));

describe('mutual information by entropies', () => {
  it('of two halves of a lattice agrees with SciPy 1.17.1', () => {
    // No sample of independent points, and so no estimate near zero.
    const information = informationByEntropies(lattice, weighted);
    expect(information.value).toBeCloseTo(-4.783885106006108, 8);
    expect(information.standardError).toBeCloseTo(0.2622456831135703, 8);
    expect(informationByEntropies(lattice, nearest).value).toBeCloseTo(-1.1240677295974804, 9);
  });

  it('with a label agrees with it too', () => {
    const two = latticePoints(500, primes.slice(0, 2));
    expect(labelInformationByEntropies(two, 2, quarters, nearest).value).toBeCloseTo(1.467506248618163, 9);
    const five = latticePoints(500, primes.slice(0, 5));
    const { value, standardError } = labelInformationByEntropies(five, 5, quarters, weighted);
    expect(value).toBeCloseTo(1.1036624001446182, 9);
    expect(standardError).toBeCloseTo(0.11693708089363301, 9);
  });

  it('does not see invertible affine maps of either side, nor which side is which', () => {
    const { normal } = random(3);
    const moved = (points: Float64Array) => {
      const map = Float64Array.from({ length: 16 }, normal);
      return points.map((_, at) => {
        const [start, row] = [at - (at % 4), (at % 4) * 4];
        return [0, 1, 2, 3].reduce((sum, c) => sum + map[row + c] * points[start + c], -7);
      });
    };
    const { value } = informationByEntropies(lattice, weighted);
    const mapped = { ...lattice, x: moved(lattice.x), y: moved(lattice.y) };
    expect(Math.abs(informationByEntropies(mapped, weighted).value - value)).toBeLessThan(1e-6);
    const swapped = { ...lattice, x: lattice.y, y: lattice.x };
    expect(informationByEntropies(swapped, weighted).value).toBeCloseTo(value, 9);
  });

  // Over 30 other seeds one neighbour gave 0 ± 0.09, 1.03 ± 0.09, 3.03 ± 0.09 and 2.94 ± 0.08 nats, the weights of
  // dimension eight 3.00 ± 0.46, algorithm 1 of Kraskov 0.00 ± 0.03, 0.99 ± 0.03 and 2.84 ± 0.04.
  it.each([
    [1, 0, 0.09],
    [2, 1, 0.09],
    [2, 3, 0.09],
    [4, 3, 0.46],
  ])('of %i correlated normal pairs is near the %d nats they have', (d, information, spread) => {
    const pair = correlatedNormals(1000, d, information, random(31, d, information));
    const estimate = informationByEntropies(pair, weighted);
    expect(Math.abs(estimate.value - information)).toBeLessThan(3.5 * spread);
    expect(Math.abs(informationByEntropies(pair, nearest).value - information)).toBeLessThan(0.4);
    if (d <= 2) expect(Math.abs(kraskov(pair) - information)).toBeLessThan(0.25);
  });

  it('of a label with shifted normals is near what quadrature says', () => {
    // Two classes at ±1.5 with unit variance: h of the mixture by quadrature less ½ log 2πe.
    const step = 0.001;
    let exact = -Math.log(2 * Math.PI * Math.E) / 2;
    for (let t = -12; t < 12; t += step) {
      const density =
        (Math.exp(-((t - 1.5) ** 2) / 2) + Math.exp(-((t + 1.5) ** 2) / 2)) / (2 * Math.sqrt(2 * Math.PI));
      exact -= step * density * Math.log(density);
    }
    const { normal } = random(17);
    const codes = Array.from({ length: 4000 }, (_, i) => i % 2);
    const points = Float64Array.from(codes, (code) => (code ? 1.5 : -1.5) + normal());
    const { value } = labelInformationByEntropies(points, 1, labelsOf(codes), nearest);
    expect(Math.abs(value - exact)).toBeLessThan(0.05); // over 30 other seeds the spread was 0.012
  });

  it('says what is wrong', () => {
    expect(() => informationByEntropies({ ...lattice, dimensionY: 2 }, nearest)).toThrow('must be paired');
    expect(() => labelInformationByEntropies(lattice.x, 4, labelsOf([1]), nearest)).toThrow('1 labels');
  });
});
