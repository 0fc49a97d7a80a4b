import { expect, it } from 'vitest';
import { random } from '../../../src/lib/statistics/random.js';
import { aggregateAttack } from '../../../src/papers/adaptive-data-analysis/aggregate-attack.js';
import {
  expectation,
  productDistribution,
  sampleFrequencies,
} from '../../../src/papers/adaptive-data-analysis/bit-universe.js';

const probabilities = [0.8, 0.5, 0.5];
const truth = productDistribution(probabilities);

it('asks for every bit, then random queries, then their aggregate, and keeps the largest error', () => {
  const asked: Float64Array[] = [];
  const answers = [0.9, 0.1, -0.2, 0.3, -0.4, 0];
  const steps = [
    ...aggregateAttack({
      truth,
      queries: 2,
      source: random(1, 'queries'),
      answer(query) {
        asked.push(query.slice());
        return answers[asked.length - 1];
      },
    }),
  ];
  expect(steps.map(({ query }) => query)).toEqual([1, 2, 3, 4, 5, 6]);
  expect([...asked[0]]).toEqual([-1, 1, -1, 1, -1, 1, -1, 1]);
  const differences = asked.map((query, i) => answers[i] - expectation(truth, query));
  steps.forEach(({ error, maxError }, i) => {
    expect(error).toBeCloseTo(Math.abs(differences[i]), 12);
    expect(maxError).toBeCloseTo(Math.max(...differences.slice(0, i + 1).map(Math.abs)), 12);
  });
  for (let element = 0; element < 8; element++) {
    const votes = asked.slice(0, 5).map((query, j) => Math.sign(differences[j]) * query[element]);
    expect(asked[5][element]).toBe(Math.sign(votes.reduce((a, b) => a + b)));
  }
});

it('learns nothing from answers that are the truth', () => {
  const answer = (query: Float64Array) => expectation(truth, query);
  const steps = [...aggregateAttack({ truth, queries: 20, source: random(1, 'queries'), answer })];
  expect(steps).toHaveLength(24);
  for (const { error } of steps) expect(error).toBe(0);
});

it('drives exact answers far from the truth', () => {
  const bits = Array<number>(8).fill(0.5);
  const frequencies = sampleFrequencies(bits, 100, random(2, 'sample'));
  const answer = (query: Float64Array) => expectation(frequencies, query);
  const attack = aggregateAttack({
    truth: productDistribution(bits),
    queries: 1000,
    source: random(3, 'queries'),
    answer,
  });
  const last = [...attack].at(-1)!;
  // A random query misses by some 0.1, this one by more than half.
  expect(last.error).toBeGreaterThan(0.5);
  expect(last.maxError).toBe(last.error);
});
