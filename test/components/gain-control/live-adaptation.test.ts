import { expect, test } from 'vitest';
import { sharesBy } from '../../../src/components/gain-control/grid.js';
import {
  liveAdaptation,
  type LiveAdaptation,
  type LiveAdaptationSettings,
} from '../../../src/components/gain-control/live-adaptation.js';
import { tableOf } from '../../../src/lib/experiment/table.js';

const settings: LiveAdaptationSettings = {
  alpha: 1, gamma: 1, excitation: 0.8, inhibition: 0.4, probability: 0.35, adapter: 90, gains: 'input',
}; // prettier-ignore
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

test('shares of a grid are those of the networks with each value', () => {
  const rows = [0, 0.4].flatMap((inhibition) =>
    [1, -1, -1].map((sign) => ({
      inhibition, repulsion: inhibition > 0 ? 1 : sign, max_ratio_adapter: 0.9, max_ratio_ortho: 0.9, min_change_adapter: -1,
      correlation_frozen: 1, correlation_adaptive: 2, variation_frozen: 1, variation_adaptive: 0, shared_frozen: 0, shared_adaptive: 1,
    })),
  ); // prettier-ignore
  const shares = sharesBy(tableOf(Object.keys(rows[0]), rows), 'inhibition');
  const of = (effect: string) => shares.filter((share) => share.effect === effect).map(({ share }) => share);
  expect(of('preferences repelled')).toEqual([expect.closeTo(100 / 3, 9), 100]);
  expect(of('higher maxima far from it')).toEqual([0, 0]);
  expect(of('evener mean responses')).toEqual([100, 100]);
});
