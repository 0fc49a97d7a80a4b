import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePoint } from '../../../src/papers/entropy-coupling-bottleneck/channel.js';
import { gridInformation } from '../../../src/papers/entropy-coupling-bottleneck/channel-grid.js';
import { codeOf } from '../../../src/papers/entropy-coupling-bottleneck/deterministic-code.js';
import {
  informationAt,
  type Move,
  moveDown,
  moveUp,
} from '../../../src/papers/entropy-coupling-bottleneck/near-deterministic-code.js';
import {
  nearDeterministicPoint,
  neighbourhoods,
} from '../../../src/papers/entropy-coupling-bottleneck/near-deterministic-curve.js';
import { distributions } from './distributions.js';

const three = [0.7, 0.2, 0.1];

describe('moves away from a deterministic code', () => {
  it('go where the theorem says: rate and information of three symbols', () => {
    const last = codeOf(three, [0, 1, 1]);
    const up = moveUp(three, last)!.at(0.01);
    expect(up.rate).toBeCloseTo(0.9445435893, 9);
    expect(up.information).toBeCloseTo(0.89764403, 9);
    const down = moveDown(three, last)!.at(0.01);
    expect(down.rate).toBeCloseTo(0.8687212463, 9);
    expect(down.information).toBeCloseTo(0.821821687, 9);
    const first = codeOf(three, [0, 0, 1]);
    expect(moveUp(three, first)!.at(0.02).rate).toBeCloseTo(0.6073635559, 9);
    expect(moveUp(three, first)!.at(0.02).information).toBeCloseTo(0.5135644372, 9);
    expect(moveDown(three, first)!.at(0.02).rate).toBeCloseTo(0.4021791902, 9);
    expect(moveDown(three, first)!.at(0.02).information).toBeCloseTo(0.3299863807, 9);
  });

  it('are not there where nothing is to be gained or lost', () => {
    expect(moveUp(three, codeOf(three, [0, 1, 2]))).toBeUndefined();
    expect(moveDown(three, codeOf(three, [0, 0, 0]))).toBeUndefined();
    expect(moveDown([0.5, 0.5], codeOf([0.5, 0.5], [0, 1]))).toMatchObject({ from: 0, to: 1 });
  });

  /** The move as a channel, and its rate and information from the definition. */
  const asChannel = (p: readonly number[], block: Int32Array, words: number, move: Move, delta: number) => {
    const channel = new Float64Array(p.length * words);
    block.forEach((word, x) => (channel[x * words + word] = 1));
    channel[move.symbol * words + move.from] -= delta / p[move.symbol];
    channel[move.symbol * words + move.to] += delta / p[move.symbol];
    return codePoint(p, channel, words);
  };

  it('have the rate and the information of their channel, at every δ', () => {
    const labels = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(distributions(7, 7), labels, fc.double({ min: 0, max: 1, noNaN: true }), (p, of, part) => {
        const code = codeOf(p, of);
        for (const move of [moveUp(p, code), moveDown(p, code)]) {
          if (!move) continue;
          const delta = part * move.largest;
          const { rate, information } = move.at(delta);
          const channel = asChannel(p, code.block, code.masses.length + 1, move, delta);
          expect(rate).toBeCloseTo(channel.rate, 9);
          expect(information).toBeCloseTo(channel.information, 9);
          // The information at that rate is found again, where the rate tells δ apart.
          if (Math.abs(rate - code.entropy) > 1e-6)
            expect(informationAt(move, rate)).toBeCloseTo(information, 6);
        }
      }),
    );
  });

  it('reach no rate beyond their ends', () => {
    const down = moveDown(three, codeOf(three, [0, 1, 1]))!;
    expect(informationAt(down, 0.9)).toBeUndefined();
    expect(informationAt(down, down.at(0.1).rate - 1e-6)).toBeUndefined();
  });
});

it('the curve passes through the deterministic codes, grows, and stays below the rate', () => {
  const codes = neighbourhoods(three);
  expect(codes).toHaveLength(5);
  let before = 0;
  for (let rate = 0; rate <= 1.2; rate += 0.01) {
    const { rate: used, information } = nearDeterministicPoint(codes, rate);
    expect(used).toBeLessThanOrEqual(rate + 1e-9);
    expect(information).toBeLessThanOrEqual(rate + 1e-9);
    expect(information).toBeGreaterThanOrEqual(before - 1e-9);
    before = information;
  }
  for (const rate of [0, 0.4689955936, 0.7219280949, 0.8812908992, 1.1567796494])
    expect(nearDeterministicPoint(codes, rate + 1e-9).information).toBeCloseTo(rate, 5);
});

it('the best code of a coarse grid over three words, at three rates (NumPy)', () => {
  const most = gridInformation(three, 20, [0.6, 0.95, 1.1]);
  [0.491, 0.8976, 1.0249].forEach((value, i) => expect(most[i]).toBeCloseTo(value, 4));
});

it('no code of a grid beats the moves by much, and deterministic codes are in every grid', () => {
  const rates = Array.from({ length: 24 }, (_, i) => 0.05 * (i + 1));
  const codes = neighbourhoods(three);
  gridInformation(three, 5, rates).forEach((information, i) => {
    expect(information).toBeLessThan(nearDeterministicPoint(codes, rates[i]).information + 0.02);
    const within = codes.map(({ code }) => code.entropy).filter((entropy) => entropy <= rates[i]);
    expect(information).toBeGreaterThanOrEqual(Math.max(0, ...within) - 1e-9);
  });
});
