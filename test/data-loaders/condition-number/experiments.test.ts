import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { selectArms } from '../../../data-loaders/condition-number/arms.js';
import * as forgetting from '../../../data-loaders/condition-number/forgetting.js';
import * as forgettingRun from '../../../data-loaders/condition-number/forgetting.run.js';
import { blend, markovSource, sequence } from '../../../data-loaders/condition-number/markov-sources.js';
import * as theory from '../../../data-loaders/condition-number/theory.js';
import * as theoryRun from '../../../data-loaders/condition-number/theory.run.js';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { random } from '../../../src/lib/statistics/random.js';
import { collect } from '../collect.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

describe('forgetting', () => {
  const experiment = { ...forgetting, ...forgettingRun };
  const { quick } = forgetting.definition.profiles;
  const [base] = quick.studies;
  const small = { ...base, embedding: 8, width: 16, hidden: 20, blocks: 2, tokens: 600, pretraining: 60 };
  const tiny = {
    ...quick,
    studies: [small, { ...small, name: 'longer' as const, of: 'all' as const, target: 0.5 }],
    seeds: 1,
    symbols: 6,
    newTokens: 300,
    shownTraining: 200,
    shownTest: 200,
    shownOld: 300,
    batch: 32,
    tuning: 20,
    every: 5,
    budget: 1,
    rank: 1,
  };

  it('tells every arm at every step, forgets nothing at step 0, and leaves no tensor', async () => {
    const before = tf.memory().numTensors;
    const { tensors, curves, matched } = await collect(experiment, tiny);
    expect(tf.memory().numTensors).toBe(before);
    expect(tensors).toHaveLength(2 * 2 * 4);
    expect(curves).toHaveLength(2 * 9 * 5);
    expect(matched).toHaveLength(2 * 9);
    const starts = curves.filter(({ step, study }) => step === 0 && study === 'base');
    expect(new Set(starts.map(({ forget }) => forget))).toEqual(new Set([0]));
    // All arms start as the same network, the adapters at zero.
    for (const { b_loss, a_loss } of starts) {
      expect(b_loss).toBeCloseTo(starts[0].b_loss, 4);
      expect(a_loss).toBeCloseTo(starts[0].a_loss, 4);
    }
    const ends = curves.filter(({ step, study }) => step === 20 && study === 'base');
    for (const { arm, b_loss } of ends) expect([arm, b_loss < starts[0].b_loss]).toEqual([arm, true]);
    const trainable = Object.fromEntries(ends.map(({ arm, trainable }) => [arm, trainable]));
    expect(trainable).toMatchObject({ low: 320, all: 4 * 320, lora2: 4 * 36 });
    // What was learnt of the old source: less than ln 6, the loss of knowing nothing.
    expect(starts[0].a_loss).toBeLessThan(Math.log(6) - 0.1);
  });

  it('gives the same rows again', async () => {
    const one = { ...tiny, studies: [small] };
    expect(await collect(experiment, one)).toEqual(await collect(experiment, one));
  });

  it('selects by condition number, within a type where asked', () => {
    const kappas = [3, 9, 2, 8, 5, 7];
    const candidates = kappas.map((kappa, at) => ({
      tensor: String(at),
      type: at % 2 ? ('B' as const) : ('A' as const),
      layer: 0,
      kappa,
    }));
    const arms = selectArms(candidates, 2, random(1));
    expect(Object.fromEntries(arms)).toMatchObject({
      low: [2, 0],
      high: [1, 3],
      all: [0, 1, 2, 3, 4, 5],
      'a-low': [2, 0],
      'a-high': [4, 0],
      'b-low': [5, 3],
      'b-high': [1, 3],
    });
    expect(new Set(arms.get('rand')).size).toBe(2);
  });

  it('a chain follows its laws', () => {
    const source = blend(markovSource(3, 0.5, random(1, 'old')), markovSource(3, 0.5, random(1, 'new')));
    const tokens = sequence(source, 60_000, random(2));
    const [seen, after] = [new Float64Array(9), new Float64Array(27)];
    for (let i = 2; i < tokens.length; i++) {
      const context = 3 * tokens[i - 2] + tokens[i - 1];
      seen[context]++;
      after[3 * context + tokens[i]]++;
    }
    source.laws.forEach((law, context) =>
      law.forEach((share, i) => {
        const error = Math.abs(after[3 * context + i] / seen[context] - share);
        expect(error).toBeLessThan(2.5 / Math.sqrt(Math.max(1, seen[context])));
      }),
    );
  });
});

describe('theory', () => {
  const experiment = { ...theory, ...theoryRun };
  const { quick } = theory.definition.profiles;
  const tiny = {
    ...quick,
    units: [2, 5],
    spectra: 30,
    scaled: 2,
    shapes: [{ rows: 6, columns: 8, draws: 5 }],
  };

  it('has a part for all that is linear, and one for each shape', () => {
    const parts = theory.definition.parts(tiny);
    expect(parts.map(({ id }) => id)).toEqual(['linear', '6x8']);
    expect(parts[1].of).toEqual({ kind: 'untrained', rows: 6, columns: 8, draws: 5 });
  });

  it('random spectra stay below the bound, the optimum attains it; with two units all do', async () => {
    const { spectra } = await collect(experiment, tiny);
    expect(spectra).toHaveLength(2 * (30 + quick.kappas.length));
    for (const { kind, n, entropy, bound, largest } of spectra) {
      const slack = bound - entropy;
      if (kind === 'optimum' || n === 2) expect(Math.abs(slack)).toBeLessThan(1e-9);
      else expect(slack).toBeGreaterThan(0);
      expect(bound).toBeLessThanOrEqual(largest + 1e-12);
    }
  });

  it('has the values of oracle 5 and 7, oracle 6, and a row a draw', async () => {
    const { orderings, nonlinearity, matrices, scaling } = await collect(experiment, tiny);
    expect(orderings.find(({ spectrum }) => spectrum === '4.5 : 3 : 1')!.entropy).toBeCloseTo(
      3.3931794413,
      9,
    );
    expect(orderings.find(({ spectrum }) => spectrum === '1 : 1 : 1')!.information).toBeCloseTo(
      3.5968429092,
      8,
    );
    expect(nonlinearity.map(({ h_tanh }) => h_tanh.toFixed(6))).toEqual([
      '-0.893597',
      '0.499967',
      '0.669804',
      '-0.001233',
    ]);
    expect(matrices.map(({ draw }) => draw)).toEqual([0, 1, 2, 3, 4]);
    expect(matrices[0].limit).toBeCloseTo((2 + Math.sqrt(3)) / (2 - Math.sqrt(3)), 12);
    for (const { shift_error, kappa_error } of scaling)
      expect(Math.max(shift_error, kappa_error)).toBeLessThan(1e-9);
  });
});
