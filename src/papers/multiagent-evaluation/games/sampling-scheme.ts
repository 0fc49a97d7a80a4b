import type { Random } from '../../../lib/statistics/random.js';
import type { Edges } from './unilateral-edges.js';

/**
 * Which profile to play next: of a random edge, all of them in one fixed random order (UE); of an undecided edge,
 * anew each time (U); a profile with probability proportional to the square of its undecided edges (VW); of the
 * profiles with an undecided edge the least played (CW); or all profiles in turn, whatever is decided (even).
 */
export const samplingSchemes = ['UE', 'U', 'VW', 'CW', 'even'] as const;
export type SamplingScheme = (typeof samplingSchemes)[number];

/** A scheme at work. */
export interface Sampler {
  /** The next profile; only while some edge is undecided. */
  next(): number;
  /** Is told that an edge has been decided. */
  decided(edge: number): void;
}

/**
 * Chooses the profile to be played next, by one of the schemes.
 *
 * @param counts how often each profile has been played, `[profiles]`: read anew at each step
 */
export function sampler(scheme: SamplingScheme, edges: Edges, counts: Int32Array, source: Random): Sampler {
  switch (scheme) {
    case 'UE':
      return exhaustive(edges, source);
    case 'U':
      return uniform(edges, source);
    case 'VW':
    case 'CW':
      return byValence(scheme, edges, counts, source);
    case 'even': {
      let turn = 0;
      return { next: () => turn++ % counts.length, decided() {} };
    }
  }
}

/** One of an edge's two profiles, by a fair coin. */
function either({ first, second }: Edges, edge: number, { uniform }: Random): number {
  return uniform() < 0.5 ? first[edge] : second[edge];
}

function exhaustive(edges: Edges, source: Random): Sampler {
  const order = source.shuffle(edges.count);
  const done = new Uint8Array(edges.count);
  let at = 0;
  return {
    next() {
      while (done[order[at]]) at++;
      return either(edges, order[at], source);
    },
    decided(edge) {
      done[edge] = 1;
    },
  };
}

function uniform(edges: Edges, source: Random): Sampler {
  // The undecided edges come first, in any order.
  const order = Int32Array.from({ length: edges.count }, (_, e) => e);
  const place = order.slice();
  let left = edges.count;
  return {
    next: () => either(edges, order[source.integer(left)], source),
    decided(edge) {
      const last = order[--left];
      order[place[edge]] = last;
      place[last] = place[edge];
    },
  };
}

function byValence(
  scheme: 'VW' | 'CW',
  { first, second }: Edges,
  counts: Int32Array,
  source: Random,
): Sampler {
  const valence = new Int32Array(counts.length);
  for (const ends of [first, second]) for (const profile of ends) valence[profile]++;
  let squares = valence.reduce((sum, v) => sum + v * v, 0);
  const lose = (profile: number) => {
    squares -= 2 * valence[profile] - 1;
    valence[profile]--;
  };
  return {
    next: scheme === 'VW' ? drawn : least,
    decided(edge) {
      lose(first[edge]);
      lose(second[edge]);
    },
  };

  function drawn(): number {
    let rest = source.integer(squares);
    let profile = 0;
    while ((rest -= valence[profile] ** 2) >= 0) profile++;
    return profile;
  }

  function least(): number {
    let best = -1;
    for (let profile = 0; profile < counts.length; profile++)
      if (valence[profile] > 0 && (best < 0 || counts[profile] < counts[best])) best = profile;
    return best;
  }
}
