import { expect, it } from 'vitest';
import {
  trainTwelveBitNetwork,
  twelveBitSizes,
  type TwelveBitTraining,
} from '../../../src/papers/adaptive-estimators/twelve-bit-network.js';
import { twelveBitTask } from '../../../src/papers/adaptive-estimators/twelve-bit-task.js';

const task = twelveBitTask();
const settings: TwelveBitTraining = {
  activation: 'relu',
  l2: 0,
  split: 'random',
  seed: 1,
  member: 0,
  learningRate: 2e-3,
  batch: 256,
};
const train = (change: Partial<TwelveBitTraining> = {}, epochs = [0, 1, 3]) =>
  Array.from(trainTwelveBitNetwork(task, { ...settings, ...change }, epochs), (at) => ({
    ...at,
    parameters: at.network.parameters.slice(),
  }));

it('shows the network at the epochs asked for, its five hidden layers on all patterns', () => {
  const shown = train();
  expect(shown.map(({ epoch }) => epoch)).toEqual([0, 1, 3]);
  for (const { layers } of shown)
    expect(layers.map(({ length }) => length / 4096)).toEqual(twelveBitSizes.slice(1, -1));
  expect(shown[2].parameters).toEqual(train({}, [3])[0].parameters);
  expect(shown[1].parameters).not.toEqual(shown[2].parameters);
});

it('starts networks of the same number alike, four fifths trained on', () => {
  const start = (change: Partial<TwelveBitTraining>) => train(change, [0])[0].parameters;
  expect(start({ activation: 'swish', l2: 1, split: 'counting' })).toEqual(start({}));
  expect(start({ member: 1 })).not.toEqual(start({}));
  expect(start({ seed: 2 })).not.toEqual(start({}));
  // Gain 1 for tanh and 2 for the others, of the same draws.
  expect(start({ activation: 'tanh' }).map((weight) => 2 * weight)).toEqual(start({}));
});

it('learns, on the random split as on the one in counting order', () => {
  const [end] = train({ activation: 'tanh' }, [60]);
  expect(end.accuracy.train).toBeGreaterThan(0.9);
  expect(end.accuracy.test).toBeGreaterThan(0.85);
  const [other] = train({ activation: 'tanh', split: 'counting' }, [60]);
  expect(other.accuracy.train).toBeGreaterThan(0.9);
  // A net that always says 1 is right on 84 % of the patterns from 3277 on, on 52 % of all.
  const ones = task.labels.codes.subarray(3277).reduce((sum, label) => sum + label, 0) / 819;
  expect(ones).toBeCloseTo(0.84, 2);
  expect(Math.round(other.accuracy.test * 819) / 819).toBeCloseTo(other.accuracy.test, 12);
});
