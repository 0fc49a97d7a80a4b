import { describe, expect, it } from 'vitest';
import {
  equalCountInformation,
  equalWidthInformation,
} from '../../../src/lib/information/binned-information.js';
import { binCodes, equalWidthLabels } from '../../../src/lib/information/binning.js';
import { adaptiveEdges } from '../../../src/lib/information/entropy-based-adaptive-binning.js';
import { kernelBandwidth } from '../../../src/lib/information/kernel-bandwidth.js';
import { kernelInformation } from '../../../src/lib/information/kernel-information.js';
import {
  noiseOfInformation,
  uniformNoiseInformation,
} from '../../../src/lib/information/known/uniform-noise-channel.js';
import { kozachenkoLeonenkoWeights } from '../../../src/lib/information/kozachenko-leonenko-weights.js';
import { kraskov } from '../../../src/lib/information/kraskov.js';
import { labelsOf } from '../../../src/lib/information/labels.js';
import {
  leaveOneOutDensities,
  leaveOneOutEntropy,
} from '../../../src/lib/information/leave-one-out-density.js';
import {
  informationByEntropies,
  labelInformationByEntropies,
} from '../../../src/lib/information/mutual-information-by-entropies.js';
import { pluginEntropy, pluginMutualInformation } from '../../../src/lib/information/plug-in.js';
import { quadraticMutualInformationBlocked } from '../../../src/lib/information/quadratic-mutual-information-blocked.js';
import { logUnitBall } from '../../../src/lib/information/unit-ball.js';
import { weightedKozachenkoLeonenko } from '../../../src/lib/information/weighted-kozachenko-leonenko.js';
import { whiten } from '../../../src/lib/linear-algebra/whitening.js';
import { random } from '../../../src/lib/statistics/random.js';
import { answer, coarse, family } from './family.js';
import { hardInputs, labels, n, normals, rounded } from './hard-inputs.js';

const [x, y] = normals(0.8, n);
const line = (a: Float64Array, b: Float64Array) => ({ x: a, dimensionX: 1, y: b, dimensionY: 1 });
const nearest = (points: Float64Array, dimension: number) =>
  weightedKozachenkoLeonenko(points, dimension, { weights: [1] });

describe.each(Object.keys(family))('%s', (name) => {
  it.each(hardInputs)('of $name is right, or refused', ({ x: a, y: b, information, within = 0.2 }) => {
    const found = answer(() => family[name](a, b));
    if (found === undefined) return;
    // Bins and kernels of fixed width measure something coarser: never more.
    const low = coarse.has(name) ? 0 : information;
    expect(found).toBeGreaterThan(low - within);
    expect(found).toBeLessThan(information + within);
  });

  it('answers on continuous data, and refuses what is not finite, not paired or not there', () => {
    expect(Math.abs(family[name](x, y) - 0.51)).toBeLessThan(coarse.has(name) ? 0.3 : 0.4);
    for (const strange of [NaN, Infinity, -Infinity])
      expect(() =>
        family[name](
          x.map((value, i) => (i === 7 ? strange : value)),
          y,
        ),
      ).toThrow(RangeError);
    expect(() => family[name](x, y.subarray(1))).toThrow(RangeError);
    expect(() => family[name](new Float64Array(), new Float64Array())).toThrow(RangeError);
  });
});

describe('the refusals', () => {
  it('say what was found, and which estimator to use', () => {
    const ties = line(rounded(x, 0.1), rounded(y, 0.1));
    expect(() => kraskov(ties)).toThrow(/^kraskov: at \d+ % of 200 points .* use mesnerShalizi$/);
    expect(() => kraskov(line(x, labels(4, n, 1)), { algorithm: 2 })).toThrow(
      /values of y repeat.* use algorithm 1/,
    );
    const small = x.map((value) => value * 1e-100);
    expect(() => kraskov(line(small, y))).toThrow(/x is so small beside y .* scale both/);
    expect(() => nearest(rounded(x, 0.1), 1)).toThrow(/points equal another.* mesnerShalizi/);
    expect(() => kernelInformation(ties, 'likelihood')).toThrow(/values of x repeat.* mesnerShalizi/);
  });

  it('kraskov asks for an algorithm that there is', () => {
    // @ts-expect-error: the compiler refuses it as well.
    expect(() => kraskov(line(x, y), { algorithm: 3 })).toThrow('there are 1 and 2');
  });

  it('kraskov takes a constant or a label for one of the two, by algorithm 1', () => {
    expect(kraskov(line(new Float64Array(n).fill(3), y))).toBeCloseTo(0, 9);
    expect(Math.abs(kraskov(line(x, labels(10, n, 2))))).toBeLessThan(0.15);
  });

  it('the entropy of labels, duplicates or a lattice has no density', () => {
    const lattice = Float64Array.from({ length: n }, (_, i) => (7 * i) % n);
    expect(() => nearest(lattice, 1)).toThrow('tied neighbours');
    expect(() => labelInformationByEntropies(lattice, 1, labelsOf(labels(4, n, 6)), nearest)).toThrow(
      RangeError,
    );
    expect(() => informationByEntropies(line(x, y), () => ({ value: -Infinity, standardError: 0 }))).toThrow(
      'the entropy of x is -Infinity',
    );
  });

  it('whitening tells constants and combinations from their rounding', () => {
    const { normal, uniform } = random(20);
    for (let trial = 0; trial < 100; trial++) {
      const value = 10 ** (6 * uniform() - 3);
      expect(() => whiten(new Float64Array(50 + trial).fill(value), 1)).toThrow(RangeError);
      const [a, b] = [10 ** (4 * uniform() - 2), 100 * normal()];
      const dependent = Float64Array.from(
        { length: 3 * n },
        (_, at) =>
          [
            x[Math.floor(at / 3)],
            y[Math.floor(at / 3)],
            a * x[Math.floor(at / 3)] + b * y[Math.floor(at / 3)],
          ][at % 3],
      );
      expect(() => whiten(dependent, 3)).toThrow(RangeError);
      expect(() =>
        whiten(
          Float64Array.from({ length: 2 * n }, (_, at) => (at % 2 ? a * x[at >> 1] + b : x[at >> 1])),
          2,
        ),
      ).toThrow(RangeError);
    }
    // A nearly dependent coordinate is none that rounding made.
    expect(() =>
      whiten(
        Float64Array.from({ length: 2 * n }, (_, at) => x[at >> 1] + (at % 2) * 1e-5 * y[at >> 1]),
        2,
      ),
    ).not.toThrow();
  });

  it('weights of many dimensions, which make the estimate scatter by hundreds, are refused', () => {
    const { normal } = random(21);
    for (const dimension of [12, 16, 20, 24, 32]) {
      const points = Float64Array.from({ length: 300 * dimension }, normal);
      expect(() => weightedKozachenkoLeonenko(points, dimension)).toThrow(/weights of sum .* and length/);
      const exact = (dimension / 2) * Math.log(2 * Math.PI * Math.E);
      expect(Math.abs(nearest(points, dimension).value - exact)).toBeLessThan(0.12 * exact);
    }
    for (const weights of [[0.5], [NaN], [0.5, 0.6]])
      expect(() => weightedKozachenkoLeonenko(x, 1, { weights })).toThrow('they must sum to 1');
    expect(() => kozachenkoLeonenkoWeights(0, 3)).toThrow('dimension 0');
    expect(() => kozachenkoLeonenkoWeights(8, 0)).toThrow('k 0');
  });

  it('kernels do not lose points of long tails without a word', () => {
    const cubed = normals(0.9, 300, 4).map((values) => values.map((value) => value ** 3));
    const outlier = Float64Array.from({ length: 20 }, (_, i) => (i === 19 ? 1e4 : i));
    const shuffled = outlier.map((value, i) => (i === 19 ? 1e4 : (7 * i) % 19));
    const cauchy = [x, y].map((values) => values.map((value) => Math.tan(1.5 * Math.atan(value))));
    expect(
      answer(() => kernelInformation(line(cubed[0], cubed[1]), 'least-squares').value) ?? 0.8,
    ).toBeGreaterThan(0);
    expect(() => kernelInformation(line(outlier, shuffled), 'least-squares')).toThrow(RangeError);
    for (const bandwidth of ['likelihood', 'least-squares', 0.3] as const)
      expect(
        answer(() => kernelInformation(line(cauchy[0], cauchy[1]), bandwidth).value) ?? 0.5,
      ).toBeGreaterThan(0);
    expect(() => leaveOneOutDensities(Float64Array.of(1), 1, 1)).toThrow('two are needed');
    const equal = new Float64Array(3 * 120).fill(1);
    expect(() => leaveOneOutEntropy(equal, 120, 0.001, { whitened: false })).toThrow('scale up');
  });

  it('bins take finite numbers, as many as one or more', () => {
    const gap = Float64Array.of(1, 2, 3, NaN);
    expect(() => equalWidthLabels(gap, 1, 2)).toThrow('point 3 has the coordinate NaN');
    expect(() => equalWidthInformation(line(gap, Float64Array.of(1, 2, 3, 4)), 2)).toThrow(RangeError);
    for (const bins of [0, 1.5, -1, NaN]) {
      expect(() => equalWidthLabels(x, 1, bins)).toThrow('must be an integer');
      expect(() => adaptiveEdges(x, bins, -10)).toThrow('must be an integer');
    }
    expect(() => binCodes(x, [1, 0])).toThrow('edges must ascend');
    const scaled = line(
      x.map((value) => value * 1e20),
      y.map((value) => value * 1e20),
    );
    expect(equalCountInformation(scaled, 6)).toBe(equalCountInformation(line(x, y), 6));
  });

  it('kernels take finite points, and closed forms the parameters that they are for', () => {
    const sample = (points: Float64Array) => ({ points, dimension: 1, width: 1 });
    const gap = x.map((value, i) => (i === 7 ? NaN : value));
    expect(() => quadraticMutualInformationBlocked(sample(x), sample(gap))).toThrow(
      'point 7 has the coordinate NaN',
    );
    expect(() => kernelBandwidth(gap, 1, 'likelihood')).toThrow('point 7 has the coordinate NaN');
    expect(() => kernelBandwidth(labels(3, n, 8), 1, 'likelihood')).toThrow(
      /no best bandwidth .*mesnerShalizi/,
    );
    expect(() => logUnitBall(2.5, 'euclidean')).toThrow('dimension 2.5');
    for (const noise of [-1, 0, NaN])
      expect(() => uniformNoiseInformation(1, noise)).toThrow('must be a positive number');
    expect(() => noiseOfInformation(800, 1)).toThrow('at most 700');
    expect(uniformNoiseInformation(1, noiseOfInformation(600, 1))).toBeCloseTo(600, 9);
  });

  it('of no labels nothing is said', () => {
    const none = labelsOf([]);
    expect(() => pluginEntropy(none)).toThrow('at least one observation');
    expect(() => pluginMutualInformation(none, none)).toThrow('at least one observation');
  });
});
