import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import * as initialisation from '../../../data-loaders/diffusion-spectral-entropy/initialisation.js';
import * as initialisationRun from '../../../data-loaders/diffusion-spectral-entropy/initialisation.run.js';
import * as models from '../../../data-loaders/diffusion-spectral-entropy/models.js';
import * as modelsRun from '../../../data-loaders/diffusion-spectral-entropy/models.run.js';
import { meanNorm, unitDistance } from '../../../data-loaders/diffusion-spectral-entropy/representation.js';
import * as training from '../../../data-loaders/diffusion-spectral-entropy/training.js';
import * as trainingRun from '../../../data-loaders/diffusion-spectral-entropy/training.run.js';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { collect } from '../collect.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

const small = {
  ...{ trainRows: 60, validationRows: 50, hidden: 16, width: 4, batch: 20, epochs: 8, read: [0, 3, 8] },
  ...{ seeds: 2, learningRate: 0.01 },
};

describe('representations during training', () => {
  const experiment = { ...training, ...trainingRun };
  const tiny = { ...training.definition.profiles.quick, ...small, width: 8, epochs: 40, read: [0, 3, 40] };

  it('are read at the epochs that are asked for, from the same start, and leave no tensor', async () => {
    const before = tf.memory().numTensors;
    const { training: rows } = await collect(experiment, tiny);
    expect(tf.memory().numTensors).toBe(before);
    expect(rows).toHaveLength(2 * 2 * 3);
    const at = (regime: string, seed: number, epoch: number) =>
      rows.find((row) => row.regime === regime && row.seed === seed && row.epoch === epoch)!;
    for (const seed of [0, 1]) {
      const [clean, wrong] = ['clean', 'wrong'].map((regime) => at(regime, seed, 0));
      expect(wrong).toEqual({ ...clean, regime: 'wrong', train_acc: wrong.train_acc });
      expect(at('clean', seed, 40).val_acc).toBeGreaterThan(clean.val_acc + 0.2);
      expect(at('clean', seed, 40).dsmi_y_unit).not.toBe(at('wrong', seed, 40).dsmi_y_unit);
    }
    expect(at('clean', 1, 0).dse).not.toBe(at('clean', 0, 0).dse);
    expect((await collect(experiment, tiny)).training).toEqual(rows);
  });
});

describe('first weights', () => {
  it('start with more entropy the larger they are, on the same networks otherwise', async () => {
    const tiny = {
      ...initialisation.definition.profiles.quick,
      ...small,
      deviations: [0, 0.1, 1],
      read: [0, 8],
    };
    const { initialisation: rows } = await collect({ ...initialisation, ...initialisationRun }, tiny);
    expect(rows).toHaveLength(3 * 2 * 2);
    for (const seed of [0, 1]) {
      const own = rows.filter((row) => row.seed === seed);
      const start = own.filter(({ epoch }) => epoch === 0).map((row) => row.initial_dse);
      expect(start[0]).toBeCloseTo(0, 9);
      expect(start[1]).toBeGreaterThan(start[0]);
      expect(start[2]).toBeGreaterThan(start[1]);
      // Weights of 0 give rectifiers no gradient: what is left to learn is the outputs' biases.
      const last = own.filter(({ epoch }) => epoch === 8);
      expect(last[0].val_acc).toBeLessThan(last[1].val_acc);
      expect(last.map((row) => row.initial_dse)).toEqual(start);
    }
  });
});

describe('many models', () => {
  const experiment = { ...models, ...modelsRun };

  it('are drawn from what is allowed, whatever part they are in', async () => {
    const tiny = {
      ...models.definition.profiles.quick,
      ...{ models: 5, together: 2, trainRows: [20, 60], validationRows: 50, hidden: [4, 16], widths: [3, 8] },
      ...{ batch: 20, epochs: 3 },
    };
    const { models: rows } = await collect(experiment, tiny);
    expect(rows.map(({ model }) => model)).toEqual([0, 1, 2, 3, 4]);
    for (const { epochs, lr, hidden, width, train_size } of rows) {
      expect([4, 16]).toContain(hidden);
      expect([3, 8]).toContain(width);
      expect([20, 60]).toContain(train_size);
      expect([1, 2, 3]).toContain(epochs);
      expect(lr).toBeGreaterThan(1e-4);
      expect(lr).toBeLessThan(10 ** -2.3);
    }
    expect((await collect(experiment, { ...tiny, together: 3 })).models).toEqual(rows);
  });
});

describe('a representation', () => {
  const z = Float64Array.of(0, 0, 3, 4, 6, 8);

  it('has a mean length and is scaled to a mean distance of 1', () => {
    expect(meanNorm(z, 2)).toBeCloseTo(5, 12);
    // Distances 5, 5 and 10.
    const mean = 20 / 3;
    [...unitDistance(z, 2)].forEach((value, at) => expect(value).toBeCloseTo(z[at] / mean, 12));
    const equal = Float64Array.of(2, 2, 2, 2);
    expect(unitDistance(equal, 2)).toEqual(equal);
  });
});
