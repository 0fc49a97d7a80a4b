import { expect, it } from 'vitest';
import {
  biasedRockPaperScissors,
  rockPaperScissors,
} from '../../../../src/papers/multiagent-evaluation/games/known/rock-paper-scissors.js';
import { symmetricAlphaRank } from '../../../../src/papers/multiagent-evaluation/games/symmetric-alpha-rank.js';
import { closeTo } from './close-to.js';

it('has the value of OpenSpiel’s own test, on the payoffs of Han et al. (2013)', () => {
  // prettier-ignore
  const payoffs = Float64Array.from([
    0.875, 0.75, 0, 2.75, 0.75,
    1, 1, -1, -1, -1,
    0, 2, 0, 0, 0,
    -2, 2, 0, 0, 0,
    1, 2, 0, 0, 0,
  ]);
  const pi = symmetricAlphaRank(payoffs, { alpha: 0.1, population: 20 });
  closeTo(pi, [0.40966787, 0.07959841, 0.20506998, 0.08505983, 0.2206039], 1e-6);
});

it('turns the order of a biased rock, paper, scissors as α grows', () => {
  for (const [alpha, expected] of [
    [0.01, [0.35659512, 0.35772501, 0.28567987]],
    [0.1, [0.28442728, 0.58288655, 0.13268617]],
    [1, [0.17471658, 0.71611101, 0.10917241]],
  ] as const)
    closeTo(symmetricAlphaRank(biasedRockPaperScissors, { alpha }), expected, 1e-7);
});

it('is uniform on rock, paper, scissors at any α, also where mutants are hopeless', () => {
  for (const alpha of [1e-4, 1, 1e4])
    closeTo(symmetricAlphaRank(rockPaperScissors, { alpha }), [1 / 3, 1 / 3, 1 / 3], 1e-12);
});

it('refuses what is no square matrix of numbers, and α out of range', () => {
  expect(() => symmetricAlphaRank(new Float64Array(3), { alpha: 1 })).toThrow(RangeError);
  expect(() => symmetricAlphaRank(Float64Array.of(0, NaN, 1, 0), { alpha: 1 })).toThrow(RangeError);
  expect(() => symmetricAlphaRank(rockPaperScissors, { alpha: -1 })).toThrow(RangeError);
});
