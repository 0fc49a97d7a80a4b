import { expect, test } from 'vitest';
import {
  type LiveAdaptation,
  liveAdaptation,
  type LiveAdaptationSettings,
} from '../../../src/components/gain-control/live-adaptation.js';

const settings: LiveAdaptationSettings = {
  alpha: 1,
  gamma: 1,
  excitation: 0.8,
  inhibition: 0.4,
  probability: 0.35,
  adapter: 90,
  gains: 'input',
};
const live = (given: Partial<LiveAdaptationSettings>) =>
  liveAdaptation({ ...settings, ...given }) as LiveAdaptation;

test('the live network has the numbers of the default network, and rows for every figure', () => {
  const { tuning, effects, covariance, repulsion, states } = live({});
  expect(Math.abs(repulsion - 0.5145)).toBeLessThan(0.005);
  expect(states.adaptive.variation).toBeCloseTo(0.173, 3);
  expect(tuning).toHaveLength(2 * 36 * 60);
  expect(effects).toHaveLength(36);
  expect(covariance).toHaveLength(3 * 36 * 36);
});

test('another adapter turns everything, and changes nothing else', () => {
  const [here, there] = [live({}), live({ adapter: 15 })];
  expect(there.repulsion).toBeCloseTo(here.repulsion, 6);
  const adapted = there.effects.find(({ d_theta }) => d_theta === 0)!;
  expect(adapted.g1).toBeCloseTo(0.49908, 4);
});

test('gains inside the loop repel as well; too much excitation has no answer', () => {
  expect(live({ gains: 'loop' }).repulsion).toBeGreaterThan(0.2);
  expect(liveAdaptation({ ...settings, excitation: 1.4, inhibition: 0 })).toMatch('not positive definite');
});
