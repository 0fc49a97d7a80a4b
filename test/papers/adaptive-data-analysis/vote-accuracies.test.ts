import { expect, it } from 'vitest';
import { normalProbability } from '../../../src/lib/statistics/normal.js';
import { random } from '../../../src/lib/statistics/random.js';
import { voteAccuracies } from '../../../src/papers/adaptive-data-analysis/vote-accuracies.js';

const points = 100_000;
const base = {
  points,
  order: Uint32Array.of(2, 0, 1),
  weights: Float64Array.of(0.1, -0.1, 0.1),
  selections: [Uint8Array.of(1, 1, 1), Uint8Array.of(0, 0, 1), Uint8Array.of(0, 0, 0)],
  counts: [0, 1, 2, 3, 7],
};
const means = [0.3, -0.2, 0.1];

it.each(['exact', 'expected'] as const)('counts the votes of normals with %s means', (kind) => {
  const accuracies = voteAccuracies({
    ...base,
    mean: (j) => means[j],
    means: kind,
    source: random(1, 'votes'),
  });
  const expected = [
    [0.1, 0.4 / Math.SQRT2, 0.6 / Math.sqrt(3), 0.6 / Math.sqrt(3)],
    [0.1, 0.1, 0.1, 0.1],
  ].map((shifts) => [0.5, ...shifts.map(normalProbability)]);
  expected.forEach((values, vote) =>
    values.forEach((value, i) => {
      // Five standard errors of a share of 100,000 points, which holding the means only lowers.
      expect(Math.abs(accuracies[vote][i] - value)).toBeLessThan((5 * 0.5) / Math.sqrt(points));
    }),
  );
  expect([...accuracies[2]]).toEqual([0.5, 0.5, 0.5, 0.5, 0.5]);
});

it('takes no vote beyond the largest count', () => {
  const [all] = voteAccuracies({
    ...base,
    counts: [1],
    mean: (j) => means[j],
    means: 'exact',
    source: random(1),
  });
  expect(all).toHaveLength(1);
});

it('draws a column under the condition of its mean: two points that sum to zero are right once', () => {
  for (let seed = 0; seed < 50; seed++) {
    const [accuracy] = voteAccuracies({
      points: 2,
      order: Uint32Array.of(0),
      weights: Float64Array.of(1),
      selections: [Uint8Array.of(1)],
      counts: [1],
      mean: () => 0,
      means: 'exact',
      source: random(seed),
    });
    expect([...accuracy]).toEqual([0.5]);
  }
});
