import { expect, it } from 'vitest';
import { random } from '../../../src/lib/statistics/random.js';
import { gainsOnInput } from '../../../src/papers/gain-control/gain-network.js';
import { onlineGains } from '../../../src/papers/gain-control/online-gains.js';
import { orientationEnsemble } from '../../../src/papers/gain-control/stimulus-ensemble.js';
import { best } from './default-network.js';

const ensemble = orientationEnsemble(12, 90, 0.35);
const options = { alpha: 1, gamma: 1, rate: 0.005, steps: 4000 } as const;

it('averages to the best gains, and no longer does when the ensemble is another', () => {
  const { network, drives, gains } = best({ neurons: 12 }, ensemble);
  const start = new Float64Array(12).fill(1);
  const average = new Float64Array(12);
  const events = onlineGains(network, start, { ...options, context: () => drives }, random(1, 'online'));
  for (const { step, gains: now } of events)
    if (step > 2000) now.forEach((gain, i) => (average[i] += gain / 2000));
  average.forEach((gain, i) => expect(Math.abs(gain - gains[i])).toBeLessThan(0.02));
  expect([...start]).toEqual(new Array(12).fill(1));
  const other = best({ neurons: 12 }, orientationEnsemble(12, 0, 0.35)).gains;
  expect(Math.abs(average[0] - other[0])).toBeGreaterThan(0.1);
});

it('stays at the best gains of a single stimulus, and gives the same for the same seed', () => {
  const { network, drives, gains } = best({ neurons: 12 }, orientationEnsemble(12, 90, 1));
  const one = { ...options, steps: 20, context: () => drives };
  const last = () => [...onlineGains(network, gains, one, random(2, 'online'))].at(-1)!.gains;
  last().forEach((gain, i) => expect(gain).toBeCloseTo(gains[i], 9));
  expect([...last()]).toEqual([...last()]);
});

it('draws stimuli by their probabilities', () => {
  // Without recurrence or a pull towards 1, the gain of a neuron moves only when its own stimulus is shown.
  const network = gainsOnInput(new Float64Array(9));
  const drives = [0, 1, 2].map((s) => Float64Array.from({ length: 3 }, (_, i) => Number(i === s)));
  const context = () => ({ drives, probabilities: Float64Array.of(0.2, 0.7, 0.1) });
  const counts = [0, 0, 0];
  let before = [1, 1, 1];
  const steps = 2000;
  const weights = { alpha: 1, gamma: 0, rate: 1e-4 };
  for (const { gains } of onlineGains(
    network,
    Float64Array.from(before),
    { ...weights, steps, context },
    random(3),
  )) {
    gains.forEach((gain, i) => (counts[i] += Number(gain !== before[i])));
    before = [...gains];
  }
  expect(counts.reduce((sum, count) => sum + count)).toBe(steps);
  [0.2, 0.7, 0.1].forEach((share, i) => expect(Math.abs(counts[i] / steps - share)).toBeLessThan(0.04));
});
