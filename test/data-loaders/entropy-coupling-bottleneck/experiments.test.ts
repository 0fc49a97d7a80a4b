import { describe, expect, it } from 'vitest';
import * as decoder from '../../../data-loaders/entropy-coupling-bottleneck/decoder.js';
import * as decoderRun from '../../../data-loaders/entropy-coupling-bottleneck/decoder.run.js';
import * as encoder from '../../../data-loaders/entropy-coupling-bottleneck/encoder.js';
import * as encoderRun from '../../../data-loaders/entropy-coupling-bottleneck/encoder.run.js';
import * as game from '../../../data-loaders/entropy-coupling-bottleneck/game.js';
import * as gameRun from '../../../data-loaders/entropy-coupling-bottleneck/game.run.js';
import * as randomCodes from '../../../data-loaders/entropy-coupling-bottleneck/random-codes.js';
import * as randomCodesRun from '../../../data-loaders/entropy-coupling-bottleneck/random-codes.run.js';
import { entropyBits } from '../../../src/papers/entropy-coupling-bottleneck/entropy-bits.js';
import { collect } from '../collect.js';

describe('greedy codes against all codes', () => {
  const tiny = {
    ...encoder.definition.profiles.quick,
    sources: 12,
    parts: 2,
    symbols: [3, 5] as const,
    rates: 6,
  };

  it('has a row a source, whose extremes belong together', async () => {
    const { encoder: rows } = await collect({ ...encoder, ...encoderRun }, tiny);
    expect(rows.map(({ source }) => source).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, i) => i),
    );
    for (const row of rows) {
      expect(row.symbols).toBeGreaterThanOrEqual(3);
      expect(row.symbols).toBeLessThanOrEqual(5);
      expect(row.mean_distance).toBeGreaterThanOrEqual(-1e-9);
      // At rates 0 and H(X) there is one best code, and the greedy one finds it.
      expect(row.equal).toBeGreaterThanOrEqual(2);
      expect(row.worst_gap).toBeLessThanOrEqual(row.entropy);
      expect(row.worst_gap).toBeGreaterThanOrEqual(row.mean_distance);
    }
    expect(await collect({ ...encoder, ...encoderRun }, tiny)).toEqual({ encoder: rows });
  });
});

describe('couplings of small entropy', () => {
  it('lie between their bounds; those of the example have the marginals at every ratio', async () => {
    const tables = await collect({ ...decoder, ...decoderRun }, { pairs: 3, sizes: [4, 9], ratios: [1, 3] });
    expect(tables.joint_entropy).toHaveLength(6);
    for (const { least, greedy, independent } of tables.joint_entropy) {
      expect(greedy).toBeGreaterThanOrEqual(least - 1e-9);
      expect(independent).toBeGreaterThanOrEqual(greedy);
    }
    expect(tables.coupling).toHaveLength(2 * 64);
    const marginal = (ratio: number, of: 'x' | 'y') =>
      Array.from({ length: 8 }, (_, symbol) =>
        tables.coupling
          .filter((row) => row.ratio === ratio && row[of] === symbol)
          .reduce((sum, { mass }) => sum + mass, 0),
      );
    for (const of of ['x', 'y'] as const)
      marginal(1, of).forEach((mass, symbol) => expect(mass).toBeCloseTo(marginal(3, of)[symbol], 9));
    const [{ rate }] = tables.coupling;
    expect(rate).toBeCloseTo(entropyBits(marginal(1, 'x')), 9);
  });
});

describe('codes at every rate', () => {
  it('are in order, method by method, and no perturbation of these beats the curve', async () => {
    const { curve, perturbation } = await collect(
      { ...randomCodes, ...randomCodesRun },
      { rates: 9, steps: 4, perturbed: 60 },
    );
    const at = (source: string, method: string) =>
      curve.filter((row) => row.source === source && row.method === method).map((row) => row.I_XT);
    for (const source of ['three', 'six']) {
      at(source, 'optimal').forEach((kept, i) => {
        expect(at(source, 'greedy')[i]).toBeLessThanOrEqual(kept + 1e-9);
        expect(at(source, 'moves')[i]).toBeGreaterThanOrEqual(kept - 1e-9);
      });
    }
    expect(at('three', 'grid')).toHaveLength(9);
    expect(at('geometric', 'greedy')).toHaveLength(9);
    for (const row of curve) expect(row.I_XT).toBeLessThanOrEqual(row.R + 2e-9);
    expect(perturbation).toHaveLength(10);
    for (const row of perturbation) {
      expect(row.compared).toBeLessThanOrEqual(row.tried);
      expect(row.exceed).toBe(0);
    }
  });
});

describe('the coding game', () => {
  const tiny = {
    ...game.definition.profiles.quick,
    messages: 16,
    side: 4,
    betas: [0.002, 0.03],
    ratios: [1, 2],
    seeds: 1,
    episodes: 40,
  };

  it('has a row a temperature, ratio, encoder and seed; without compression the message arrives', async () => {
    const tables = await collect({ ...game, ...gameRun }, tiny);
    expect(tables.game).toHaveLength(2 * 2 * 2);
    expect(tables.belief).toHaveLength(2 * 2 * 2 * 61);
    for (const row of tables.game) {
      expect(row.accuracy).toBeLessThanOrEqual(row.accuracy_word);
      expect(row.code_rate).toBeLessThanOrEqual(row.rate + 1e-9);
      if (row.ratio === 1 && row.beta === 0.03) {
        expect(row.accuracy).toBeGreaterThan(0.95);
        expect(row.information).toBeGreaterThan(3.8);
      }
    }
    const [first] = tables.belief;
    expect(first.belief_true).toBeCloseTo(1 / 16, 9);
    expect(await collect({ ...game, ...gameRun }, tiny)).toEqual(tables);
  });
});
