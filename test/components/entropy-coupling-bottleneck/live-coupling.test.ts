import { describe, expect, it } from 'vitest';
import { laws, liveCoupling } from '../../../src/components/entropy-coupling-bottleneck/live-coupling.js';
import { blocksInWords } from '../../../src/components/entropy-coupling-bottleneck/live-figure.js';
import { gamePoints } from '../../../src/components/entropy-coupling-bottleneck/tradeoff.js';

describe('the live coupling', () => {
  it('shows what the oracle says: eight equal symbols, two bits', () => {
    const live = liveCoupling({ input: 'uniform', output: 'four', share: 2 / 3, encoder: 'greedy' });
    expect(live.rate).toBeCloseTo(2, 12);
    expect(live.code.entropy).toBeCloseTo(2, 9);
    expect(live.through).toBeCloseTo(1.3141064729, 9);
    expect(live.information).toBeCloseTo(1.3141064729, 9);
    expect(blocksInWords(live)).toMatch(
      /^4 symbols have a word of their own; one word each stands for \{\d, \d, \d, \d\}\.$/,
    );
  });

  it('has the laws that were asked for, at every rate, and never less than promised', () => {
    for (const input of Object.keys(laws))
      for (const output of Object.keys(laws))
        for (const share of [0, 0.37, 1])
          for (const encoder of ['greedy', 'optimal'] as const) {
            const live = liveCoupling({ input, output, share, encoder });
            const sums = { x: new Map<number, number>(), y: new Map<number, number>() };
            for (const { x, y, mass } of live.coupling) {
              sums.x.set(x, (sums.x.get(x) ?? 0) + mass);
              sums.y.set(y, (sums.y.get(y) ?? 0) + mass);
            }
            laws[input].p.forEach((mass, x) => expect(sums.x.get(x)).toBeCloseTo(mass, 9));
            laws[output].p.forEach((mass, y) => expect(sums.y.get(y)).toBeCloseTo(mass, 9));
            expect(live.information).toBeGreaterThanOrEqual(live.bound - 2e-9);
            expect(live.searched).toBe(encoder === 'optimal' && laws[input].p.length <= 10);
          }
  });

  it('searches where that is asked for and quick', () => {
    const settings = { input: 'three', output: 'four', share: 0.8 / 1.1567796494 };
    expect(liveCoupling({ ...settings, encoder: 'greedy' }).code.entropy).toBeCloseTo(0.4689955936, 9);
    expect(liveCoupling({ ...settings, encoder: 'optimal' }).code.entropy).toBeCloseTo(0.7219280949, 9);
  });
});

it('marks of the game are means over seeds', () => {
  const rows = [0, 1].map((seed) => ({
    beta: 0.01,
    ratio: 2,
    encoder: 'greedy' as const,
    rate: 3.5,
    words: 55,
    reward: seed,
    accuracy: 0.4 + 0.2 * seed,
    accuracy_word: 1,
    information: 3,
    steps: 10,
  }));
  const points = gamePoints(rows);
  expect(points).toHaveLength(1);
  expect(points[0]).toMatchObject({ beta: 0.01, reward: 0.5, accuracy: 0.5 });
});
