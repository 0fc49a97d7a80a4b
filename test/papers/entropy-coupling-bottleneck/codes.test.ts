import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blockSizes,
  type DeterministicCode,
} from '../../../src/papers/entropy-coupling-bottleneck/deterministic-code.js';
import {
  binaryEntropyBits,
  entropyBits,
} from '../../../src/papers/entropy-coupling-bottleneck/entropy-bits.js';
import { greedyCode } from '../../../src/papers/entropy-coupling-bottleneck/greedy-code.js';
import { optimalCode } from '../../../src/papers/entropy-coupling-bottleneck/optimal-code.js';
import {
  forEachSetPartition,
  largestWithin,
  partitionEntropies,
} from '../../../src/papers/entropy-coupling-bottleneck/set-partitions.js';
import { uniformQuantiser } from '../../../src/papers/entropy-coupling-bottleneck/uniform-quantiser.js';
import { distributions, wave, zipf } from './distributions.js';

const uniform = (n: number) => new Array<number>(n).fill(1 / n);
const sizes = (code: DeterministicCode) => Array.from(blockSizes(code)).sort((a, b) => a - b);
const three = [0.7, 0.2, 0.1];
const rates = fc.double({ min: 0, max: 3, noNaN: true });

describe('set partitions', () => {
  it('are as many as the Bell numbers, each once, blocks in order of appearance', () => {
    [1, 2, 5, 15, 52, 203, 877, 4140].forEach((bell, i) => {
      const seen = new Set<string>();
      forEachSetPartition(i + 1, (block) => {
        let most = -1;
        for (const b of block) {
          expect(b).toBeLessThanOrEqual(most + 1);
          most = Math.max(most, b);
        }
        seen.add(block.join());
      });
      expect(seen.size).toBe(bell);
    });
  });

  it('of three symbols have these entropies', () => {
    expect(entropyBits(three)).toBeCloseTo(1.1567796494, 9);
    const entropies = partitionEntropies(three);
    [0, 0.4689955936, 0.7219280949, 0.8812908992, 1.1567796494].forEach((entropy, i) =>
      expect(entropies[i]).toBeCloseTo(entropy, 9),
    );
  });

  it('of eight have these within five rates (NumPy 2.4.6, every partition from scratch)', () => {
    const entropies = partitionEntropies(wave(8));
    expect(entropies).toHaveLength(4140);
    expect(entropies.reduce((sum, entropy) => sum + entropy, 0)).toBeCloseTo(7057.551761372, 8);
    const best = [0.49292820448, 0.999999965862, 1.499957385376, 1.999860742123, 2.498104016236];
    best.forEach((entropy, i) =>
      expect(largestWithin(entropies, 0.5 + i / 2 + 1e-9)).toBeCloseTo(entropy, 11),
    );
    expect(largestWithin(entropies, -1)).toBe(-Infinity);
    expect(() => partitionEntropies(uniform(13))).toThrow('at most 12');
  });
});

describe('greedy code', () => {
  it('is that of the recipe on small sources', () => {
    const blocks = (p: readonly number[], rate: number) => Array.from(greedyCode(p, rate).block);
    expect(blocks(three, 0.9)).toEqual([0, 1, 1]);
    expect(greedyCode(three, 0.9).entropy).toBeCloseTo(0.8812908992, 9);
    // Not the best one, which has 0.7219 bits.
    expect(blocks(three, 0.8)).toEqual([0, 0, 1]);
    expect(greedyCode(three, 0.8).entropy).toBeCloseTo(0.4689955936, 9);
    expect(blocks(three, 0.4)).toEqual([0, 0, 0]);
    expect(sizes(greedyCode(uniform(8), 2))).toEqual([1, 1, 1, 1, 4]);
    expect(greedyCode(uniform(8), 2).entropy).toBeCloseTo(2, 12);
    expect(sizes(greedyCode(uniform(8), 2.5))).toEqual([1, 1, 1, 1, 2, 2]);
    expect(blocks([0.4, 0.3, 0.2, 0.1], 1)).toEqual([0, 0, 1, 1]);
    expect(greedyCode([0.4, 0.3, 0.2, 0.1], 1).entropy).toBeCloseTo(0.8812908992, 9);
  });

  it.each([
    ['zipf', zipf(30, 1.2), [0.490681441842, 1.294823696442, 2.1849132222, 3.098421904314]],
    ['wave', wave(40), [0.47985001721, 1.270234554228, 2.194484061539, 3.077043077862]],
    ['flat', zipf(12, 0.7), [0.498282781224, 1.239133367678, 2.188949683126, 3.057146107743]],
  ])('agrees with sorting anew at every merge on %s (NumPy 2.4.6)', (_, p, entropies) => {
    [0.5, 1.3, 2.2, 3.1].forEach((rate, i) =>
      expect(greedyCode(p, rate).entropy).toBeCloseTo(entropies[i], 11),
    );
  });

  it('keeps within the rate, and within h(p₂) of it', () => {
    fc.assert(
      fc.property(distributions(2, 40), rates, (p, rate) => {
        const { entropy, masses } = greedyCode(p, rate);
        expect(entropy).toBeLessThan(rate + 2e-9);
        expect(masses.reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(1, 9);
        const second = [...p].sort((a, b) => b - a)[1];
        expect(Math.min(rate, entropyBits(p)) - entropy).toBeLessThan(binaryEntropyBits(second) + 1e-9);
      }),
    );
  });

  it('leaves every symbol by itself where the rate allows, and refuses a negative one', () => {
    expect(sizes(greedyCode(wave(9), 4))).toEqual(new Array(9).fill(1));
    expect(() => greedyCode(three, -1)).toThrow(RangeError);
  });
});

describe('optimal code', () => {
  it('beats the greedy one where that is not the best', () => {
    const code = optimalCode(three, 0.8);
    expect(code.entropy).toBeCloseTo(0.7219280949, 9);
    expect(Array.from(code.block)).toEqual([0, 1, 0]);
  });

  it('is the best of all partitions, by their full list', () => {
    fc.assert(
      fc.property(distributions(2, 8), rates, (p, rate) => {
        const code = optimalCode(p, rate);
        expect(code.entropy).toBeLessThan(rate + 2e-9);
        // Where partitions lie within the tolerance above the rate, any of them will do.
        expect(Math.min(code.entropy, rate)).toBeCloseTo(
          Math.min(largestWithin(partitionEntropies(p), rate + 1e-9), rate),
          8,
        );
      }),
    );
  });

  it('prunes alike symbols without loss: the rate is met where a function of X has just that entropy', () => {
    expect(optimalCode(uniform(24), 2).entropy).toBeCloseTo(2, 9);
    expect(optimalCode(uniform(24), Math.log2(24)).masses).toHaveLength(24);
    for (const rate of [0.7, 1.7, 2.3])
      expect(optimalCode(uniform(10), rate).entropy).toBeCloseTo(
        largestWithin(partitionEntropies(uniform(10)), rate + 1e-9),
        9,
      );
  });
});

it.each([
  [128, 3.5, 55, 11],
  [512, 4.5, 230, 22],
  [64, 3, 26, 8],
])('of %i messages and %f bits, greedy has %i words, the quantiser %i', (messages, rate, greedy, bins) => {
  expect(greedyCode(uniform(messages), rate).masses).toHaveLength(greedy);
  const quantiser = uniformQuantiser(uniform(messages), rate);
  expect(quantiser.masses).toHaveLength(bins);
  expect(quantiser.entropy).toBeLessThanOrEqual(rate);
  const [least, most] = [sizes(quantiser)[0], sizes(quantiser).at(-1)!];
  expect(most - least).toBeLessThanOrEqual(1);
});
