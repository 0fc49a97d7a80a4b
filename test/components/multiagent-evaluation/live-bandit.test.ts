import { expect, it } from 'vitest';
import {
  liveBandit,
  type LiveBanditSettings,
  liveCap,
} from '../../../src/components/multiagent-evaluation/live-bandit.js';

const settings: LiveBanditSettings = {
  wins: [0.9, 0.25, 0.35, 0.7],
  delta: 0.1,
  kind: 'CP-UCB',
  scheme: 'UE',
  always: false,
  seed: 1,
};

it('finds the cycle of unequal pennies, and says where the games went', () => {
  const run = liveBandit(settings);
  expect(run.undecided).toBe(0);
  expect(run.edges.map(({ from, to, state }) => [from, to, state])).toEqual([
    [2, 0, 'decided'],
    [0, 1, 'decided'],
    [1, 3, 'decided'],
    [3, 2, 'decided'],
  ]);
  for (const ranking of [run.ranking, run.found])
    ranking.forEach((share) => expect(share).toBeCloseTo(0.25, 9));
  expect(run.counts.reduce((sum, count) => sum + count, 0)).toBe(run.interactions);
  const last = run.history.slice(-4).map(({ share }) => share);
  expect(last).toEqual(run.counts.map((count) => count / run.interactions));
  for (const { low, high, truth } of run.intervals)
    expect([low <= truth, truth <= high]).toEqual([true, true]);
  expect(liveBandit(settings)).toEqual(run);
});

it('gives up at the cap where payoffs are equal, and takes longer for intervals that hold at all times', () => {
  const even = liveBandit({ ...settings, wins: [0.5, 0.5, 0.5, 0.5], kind: 'UCB' });
  expect([even.interactions, even.undecided]).toEqual([liveCap, 4]);
  expect(even.edges.every(({ state }) => state === 'undecided')).toBe(true);
  const longer = liveBandit({ ...settings, always: true });
  expect(longer.interactions).toBeGreaterThan(liveBandit(settings).interactions);
});
