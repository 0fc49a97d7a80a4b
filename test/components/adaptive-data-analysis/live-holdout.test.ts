import { expect, it } from 'vitest';
import { accuraciesOf } from '../../../src/components/adaptive-data-analysis/accuracies.js';
import { curve } from '../../../src/components/adaptive-data-analysis/adaptive-error.js';
import {
  liveHoldout,
  type LiveHoldoutSettings,
  liveMost,
} from '../../../src/components/adaptive-data-analysis/live-holdout.js';
import { liveHoldoutFigure } from '../../../src/components/adaptive-data-analysis/live-holdout-figure.js';
import type { HoldoutSet } from '../../../src/papers/adaptive-data-analysis/holdout-trial.js';
import { emptyPage } from '../page.js';

emptyPage();

const settings: LiveHoldoutSettings = {
  signal: false,
  mode: 'standard',
  threshold: 4,
  tolerance: 1,
  noise: 'gaussian',
  seed: 1,
};

/** Mean accuracy on a set at k over some seeds. */
function accuracy(set: HoldoutSet, k: number, changed: Partial<LiveHoldoutSettings>): number {
  const values = [1, 2, 3, 4, 5, 6].map((seed) => {
    const { points } = liveHoldout({ ...settings, ...changed, seed });
    return points.find((point) => point.set === set && point.k === k)!.accuracy;
  });
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

it('overfits the standard holdout, and lets Thresholdout report the truth', () => {
  // Six runs of 600 points: about 0.63 and 0.50, give or take 0.02.
  expect(accuracy('holdout', liveMost, {})).toBeGreaterThan(0.58);
  expect(Math.abs(accuracy('fresh', liveMost, {}) - 0.5)).toBeLessThan(0.04);
  expect(Math.abs(accuracy('holdout', liveMost, { mode: 'thresholdout' }) - 0.5)).toBeLessThan(0.07);
  expect(accuracy('train', liveMost, { mode: 'thresholdout' })).toBeGreaterThan(0.7);
  expect(accuracy('fresh', 20, { signal: true })).toBeGreaterThan(0.8);
});

it('looks at every k, takes either noise, and gives the same for the same settings', () => {
  const { points, outcome } = liveHoldout({ ...settings, mode: 'thresholdout', noise: 'laplace' });
  expect(points).toHaveLength(3 * (liveMost + 1));
  expect(outcome.spent).toBeGreaterThan(0);
  expect(liveHoldout({ ...settings, mode: 'thresholdout', noise: 'laplace' }).points).toEqual(points);
  expect(liveHoldout({ ...settings, mode: 'thresholdout' }).points).not.toEqual(points);
});

it('never asks the holdout where the threshold is out of reach and there is no noise', () => {
  const { outcome, points } = liveHoldout({
    ...settings,
    mode: 'thresholdout',
    threshold: 1000,
    tolerance: 0,
  });
  expect(outcome.spent).toBe(0);
  const on = (set: HoldoutSet) => points.filter((point) => point.set === set).map((point) => point.accuracy);
  expect(on('holdout')).toEqual(on('train'));
});

it('shows means over runs with their deviation, or one run without', () => {
  const rows = [0, 1].map((seed) => ({
    ...({ n: 100, d: 100, seed, signal: true, mode: 'standard', k: 5, set: 'fresh' } as const),
    accuracy: 0.5 + 0.1 * seed,
  }));
  const table = [...rows, { ...rows[0], n: 200 }];
  const [mean, ...none] = accuraciesOf(table, { n: 100, seed: null });
  expect(none).toEqual([]);
  expect(mean.accuracy).toBeCloseTo(0.55, 12);
  expect(mean.deviation).toBeCloseTo(0.1 / Math.SQRT2, 12);
  expect(accuraciesOf(table, { n: 100, seed: 1 })).toEqual([
    { mode: 'standard', signal: true, set: 'fresh', k: 5, accuracy: 0.6, deviation: 0 },
  ]);
});

it('spaces a curve evenly on a logarithmic axis, ends included', () => {
  const [a, b, c] = curve(10, 1000, 2);
  expect([a, b, c].map(Math.round)).toEqual([10, 100, 1000]);
});

it('tells in words what the run says at the number of variables', () => {
  const { mode: _, ...shared } = settings;
  const { points, outcome } = liveHoldout({ ...settings, signal: true });
  const at = (set: HoldoutSet) => points.find((point) => point.k === 60 && point.set === set)!.accuracy;
  const { title, caption } = liveHoldoutFigure({ ...shared, signal: true, thresholdout: false, k: 60 }, 640);
  expect(title).toBe(
    `With 60 variables: reported ${(100 * at('holdout')).toFixed(1)}\u00a0%, fresh ${(100 * at('fresh')).toFixed(1)}\u00a0%, training ${(100 * at('train')).toFixed(1)}\u00a0%.`,
  );
  expect(caption).toContain(`${outcome.selectedShifted} of the 20 with signal`);
  expect(caption).toContain('the standard holdout ignores them');
  expect(liveHoldoutFigure({ ...shared, thresholdout: true, k: 60 }, 640).caption).toContain('T is 0.163');
});
