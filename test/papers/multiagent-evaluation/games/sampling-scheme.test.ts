import { expect, it } from 'vitest';
import { random } from '../../../../src/lib/statistics/random.js';
import { sampler } from '../../../../src/papers/multiagent-evaluation/games/sampling-scheme.js';
import { unilateralEdges } from '../../../../src/papers/multiagent-evaluation/games/unilateral-edges.js';

/** Profiles of 2 × 3 strategies; edges in order: 0-3, 0-1, 0-2, 1-4, 1-2, 2-5, 3-4, 3-5, 4-5. */
const edges = unilateralEdges([2, 3]);
const ends = (e: number) => [edges.first[e], edges.second[e]];

function frequencies(next: () => number, draws = 20_000): number[] {
  const seen = Array<number>(6).fill(0);
  for (let i = 0; i < draws; i++) seen[next()] += 1 / draws;
  return seen;
}

it('UE stays with one edge, both ends alike, until that is decided', () => {
  const { next, decided } = sampler('UE', edges, new Int32Array(6), random(1));
  const visited: number[] = [];
  for (let i = 0; i < edges.count; i++) {
    const shares = frequencies(next, 2000);
    const played = shares.flatMap((share, profile) => (share > 0 ? [profile] : []));
    expect(played).toHaveLength(2);
    played.forEach((profile) => expect(Math.abs(shares[profile] - 0.5)).toBeLessThan(0.06));
    const edge = Array.from({ length: edges.count }, (_, e) => e).find(
      (e) => ends(e).join() === played.join(),
    )!;
    visited.push(edge);
    if (i < edges.count - 1) decided(edge);
  }
  expect(visited.toSorted()).toEqual(Array.from({ length: edges.count }, (_, e) => e));
});

it('U plays ends of undecided edges, all alike', () => {
  const { next, decided } = sampler('U', edges, new Int32Array(6), random(2));
  for (let e = 0; e < edges.count; e++) if (e !== 1 && e !== 8) decided(e);
  const shares = frequencies(next);
  const played = [...ends(1), ...ends(8)];
  shares.forEach((share, profile) =>
    expect(Math.abs(share - played.filter((p) => p === profile).length / 4)).toBeLessThan(0.02),
  );
});

it('VW plays by the square of the number of undecided edges', () => {
  const { next, decided } = sampler('VW', edges, new Int32Array(6), random(3));
  const valence = Array<number>(6).fill(0);
  for (let e = 0; e < edges.count; e++)
    if (e === 3 || e === 7) decided(e);
    else for (const profile of ends(e)) valence[profile]++;
  const total = valence.reduce((sum, v) => sum + v * v, 0);
  frequencies(next).forEach((share, profile) =>
    expect(Math.abs(share - valence[profile] ** 2 / total)).toBeLessThan(0.02),
  );
});

it('CW plays the least played of what is undecided, the first of equals; even takes all in turn', () => {
  const counts = Int32Array.of(5, 4, 3, 3, 0, 9);
  const { next, decided } = sampler('CW', edges, counts, random(4));
  expect(next()).toBe(4);
  for (let e = 0; e < edges.count; e++) if (ends(e).includes(4)) decided(e);
  expect(next()).toBe(2);
  counts[2] = 4;
  expect(next()).toBe(3);
  const even = sampler('even', edges, counts, random(5));
  expect(Array.from({ length: 8 }, even.next)).toEqual([0, 1, 2, 3, 4, 5, 0, 1]);
});
