import type { Random } from '../../../lib/statistics/random.js';
import type { Play } from './bernoulli-play.js';
import { confidence, type ConfidenceOptions } from './confidence.js';
import { profileCount } from './game.js';
import { sampler, type SamplingScheme } from './sampling-scheme.js';
import { type Edges, unilateralEdges } from './unilateral-edges.js';

export interface BanditOptions extends ConfidenceOptions {
  readonly scheme: SamplingScheme;
}

/** A response graph under construction. */
export interface ResponseGraphBandit {
  readonly edges: Edges;
  /** Games played at each profile, `[profiles]`. */
  readonly counts: Int32Array;
  /** Games played in all. */
  readonly interactions: number;
  /** Edges not decided yet. */
  readonly undecided: number;
  /** Plays one game, and decides what it decides. Only while some edge is undecided. */
  step(): void;
  /** Steps until every edge is decided or so many games have been played. */
  runTo(interactions: number): void;
  /** `[edges]`: 1 where the second profile is better for the player who deviates, −1 where the first is, 0 undecided. */
  readonly directions: Int8Array;
  /** The directions, the undecided ones by the means so far. */
  bestGuess(): Int8Array;
  mean(player: number, profile: number): number;
  /** The interval of a mean payoff. */
  interval(player: number, profile: number): readonly [lower: number, upper: number];
}

/**
 * ResponseGraphUCB (M. Rowland et al., "Multiagent evaluation under incomplete information", NeurIPS 2019): plays
 * every profile once, then a profile of the scheme's choice at a time, and directs an edge as soon as the
 * intervals of its two payoffs part, until all edges are directed.
 *
 * An edge's direction is never looked at again: the probability δ is that of each interval at one time, not of all
 * of them at all times, unless `always` says so.
 *
 * @param play plays a profile; payoffs in [0, 1]
 */
export function responseGraphBandit(
  sizes: readonly number[],
  play: Play,
  options: BanditOptions,
  source: Random,
): ResponseGraphBandit {
  const players = sizes.length;
  const profiles = profileCount(sizes);
  const edges = unilateralEdges(sizes);
  const { first, second, player } = edges;
  const touching = edgesByProfile(edges, profiles);
  const counts = new Int32Array(profiles);
  const sums = new Float64Array(players * profiles);
  const directions = new Int8Array(edges.count);
  const bounds = confidence(options);
  const { next, decided } = sampler(options.scheme, edges, counts, source);
  const outcome = new Float64Array(players);
  const lower = boundCache(bounds.lower);
  const upper = boundCache(bounds.upper);
  let interactions = 0;
  let undecided = edges.count;

  /** A bound of each mean, found anew only after another game, from where it was before. */
  function boundCache(bound: typeof bounds.lower): (at: number, count: number) => number {
    const values = new Float64Array(players * profiles);
    const counted = new Int32Array(players * profiles);
    return (at, count) => {
      if (counted[at] !== count) {
        values[at] = bound(sums[at], count, counted[at] > 0 ? values[at] : undefined);
        counted[at] = count;
      }
      return values[at];
    };
  }

  const mean = (k: number, s: number) => sums[k * profiles + s] / counts[s];

  /** As in the released code, a tie speaks for the second profile. */
  const favoured = (e: number): 1 | -1 => (mean(player[e], first[e]) > mean(player[e], second[e]) ? -1 : 1);

  function decide(e: number): void {
    const direction = favoured(e);
    const [better, worse] = direction > 0 ? [second[e], first[e]] : [first[e], second[e]];
    const row = player[e] * profiles;
    if (!(upper(row + worse, counts[worse]) < lower(row + better, counts[better]))) return;
    directions[e] = direction;
    undecided--;
    decided(e);
  }

  function step(): void {
    const exploring = interactions < profiles;
    const s = exploring ? interactions : next();
    play(s, outcome);
    interactions++;
    counts[s]++;
    for (let k = 0; k < players; k++) sums[k * profiles + s] += outcome[k];
    if (!exploring) for (const e of touching[s]) if (directions[e] === 0) decide(e);
  }

  return {
    edges,
    counts,
    directions,
    get interactions() {
      return interactions;
    },
    get undecided() {
      return undecided;
    },
    step,
    runTo(limit) {
      while (undecided > 0 && interactions < limit) step();
    },
    bestGuess: () => directions.map((direction, e) => direction || favoured(e)),
    mean,
    interval: (k, s) => [lower(k * profiles + s, counts[s]), upper(k * profiles + s, counts[s])],
  };
}

function edgesByProfile({ count, first, second }: Edges, profiles: number): readonly (readonly number[])[] {
  const lists: number[][] = Array.from({ length: profiles }, () => []);
  for (let e = 0; e < count; e++) {
    lists[first[e]].push(e);
    lists[second[e]].push(e);
  }
  return lists;
}

/** How many edges point the wrong way. @param gains what the deviating player truly gains, `[edges]` */
export function wrongEdges(directions: Int8Array, gains: Float64Array): number {
  let wrong = 0;
  directions.forEach((direction, e) => {
    if (direction * gains[e] < 0) wrong++;
  });
  return wrong;
}
