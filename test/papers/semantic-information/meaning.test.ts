import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  divergence,
  labelProbabilities,
  semanticMutualInformation,
  shannonInformation,
} from '../../../src/papers/semantic-information/channel-information.js';
import {
  logicalProbabilities,
  semanticInformation,
  semanticPosteriors,
} from '../../../src/papers/semantic-information/meaning.js';
import { integerGrid, normalOnGrid } from '../../../src/papers/semantic-information/normal-on-grid.js';
import {
  gaussianTruth,
  matchedTruth,
  truthfulChannel,
} from '../../../src/papers/semantic-information/truth-functions.js';
import { channels } from './channels.js';

/** Numbers of an implementation in Python with NumPy 2, float64. */
const meaning = { prior: Float64Array.of(0.3, 0.7), truth: Float64Array.of(1, 0.2, 0.1, 1) };
const channel = Float64Array.of(0.9, 0.1, 0.2, 0.8);

const near = (values: ArrayLike<number>, expected: readonly number[], digits = 9) => {
  expect(values).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(values[i]).toBeCloseTo(value, digits));
};

describe('two instances, two labels', () => {
  it('logical probabilities and pointwise information', () => {
    near(logicalProbabilities(meaning), [0.37, 0.76]);
    near(semanticInformation(meaning), [1.4344028241, -1.9259994186, -1.8875252707, 0.3959286763]);
    near(semanticPosteriors(meaning), [0.3 / 0.37, 0.06 / 0.76, 0.07 / 0.37, 0.7 / 0.76]);
  });

  it('semantic and Shannon information of a channel', () => {
    expect(semanticMutualInformation(meaning, channel)).toBeCloseTo(0.2869753008, 9);
    expect(shannonInformation(meaning.prior, channel)).toBeCloseTo(0.3304521243, 9);
    near(labelProbabilities(meaning.prior, channel), [0.41, 0.59]);
  });

  it('matched truth functions convey all of it', () => {
    const truth = matchedTruth(meaning.prior, channel);
    near(truth, [1, 0.125, 0.2222222222, 1]);
    expect(semanticMutualInformation({ prior: meaning.prior, truth }, channel)).toBeCloseTo(0.3304521243, 9);
  });
});

it('a Gaussian truth function rewards what is near and punishes what is far', () => {
  const grid = integerGrid(100);
  const gps = { prior: normalOnGrid(grid, 50, 20), truth: gaussianTruth(grid, [55], 10) };
  expect(Math.log2(logicalProbabilities(gps)[0])).toBeCloseTo(-1.1802551561, 9);
  const information = semanticInformation(gps);
  near(
    [55, 65, 85].map((x) => information[x]),
    [1.1802551561, 0.4589076357, -5.3118725279],
  );
});

it('refuses what is no matrix of labels, and widths that are not positive', () => {
  expect(() =>
    logicalProbabilities({ prior: Float64Array.of(0.5, 0.5), truth: Float64Array.of(1, 1, 1) }),
  ).toThrow(/3 values for 2 instances/);
  expect(() => gaussianTruth([1], [1], 0)).toThrow(/width 0/);
});

it('a label that is never used counts for nothing', () => {
  const silent = Float64Array.of(1, 0, 1, 0);
  const truth = matchedTruth(meaning.prior, silent);
  expect([...truth]).toEqual([1, 1, 1, 1]);
  expect(shannonInformation(meaning.prior, silent)).toBe(0);
  expect(semanticMutualInformation({ prior: meaning.prior, truth }, silent)).toBe(0);
});

it('a false label that is used costs infinitely much; divergence from what misses something is infinite', () => {
  const strict = { prior: meaning.prior, truth: Float64Array.of(1, 0, 0, 1) };
  expect(semanticMutualInformation(strict, channel)).toBe(-Infinity);
  expect(divergence(Float64Array.of(0.5, 0.5), Float64Array.of(1, 0))).toBe(Infinity);
});

it('semantic information never exceeds Shannon information, and equals it where matched', () => {
  fc.assert(
    fc.property(channels(), ({ prior, channel, truth }) => {
      const R = shannonInformation(prior, channel);
      expect(semanticMutualInformation({ prior, truth }, channel)).toBeLessThanOrEqual(R + 1e-9);
      const matched = { prior, truth: matchedTruth(prior, channel) };
      expect(semanticMutualInformation(matched, channel)).toBeCloseTo(R, 9);
      // With matched truth functions a listener expects what the speaker means.
      const use = labelProbabilities(prior, channel);
      semanticPosteriors(matched).forEach((value, at) => {
        const [x, j] = [Math.floor(at / use.length), at % use.length];
        expect(value * use[j]).toBeCloseTo(prior[x] * channel[at], 9);
      });
    }),
  );
});

it('a truthful speaker’s channel sums to 1 of every instance', () => {
  fc.assert(
    fc.property(channels(), ({ prior, truth }) => {
      const spoken = truthfulChannel({ prior, truth });
      const labels = truth.length / prior.length;
      for (let at = 0; at < spoken.length; at += labels)
        expect(spoken.subarray(at, at + labels).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    }),
  );
});
