import { neighbourhoods } from '../information/neighbours/neighbourhoods.js';
import { localPermutation } from '../statistics/local-permutation.js';
import { random } from '../statistics/random.js';
import { type SurrogateKind, surrogateOrders } from '../statistics/surrogates.js';
import { attempt, isConstant } from './interval.js';
import { remembers } from './memory.js';
import { methodOf } from './method-of.js';
import type { Progress, Question, SurrogatesMade } from './question.js';
import { observations } from './variable.js';

/** Neighbours among which values are swapped where a variable is given. */
const localNeighbours = 5;

/** Which surrogates of a test: number `first`, `first + each`, … */
export interface Share {
  readonly first: number;
  readonly each: number;
}

/** How data without dependence are made of the rows of a question: as it asks, or by what they look like. */
export function surrogatesMade({ x, y, z, surrogates }: Question): SurrogatesMade {
  return surrogates ?? (z ? 'local' : remembers(x) && remembers(y) ? 'circular-shift' : 'shuffle');
}

/**
 * What an estimator says of data without dependence, in nats, or `null` where it refuses them: of all surrogates of a
 * question, or of a share of them, so that several threads can each take one. A surrogate depends on the question and its
 * own number alone; {@link interleaved} puts shares together. Of a constant there are none.
 */
export function* surrogatesOf(
  question: Question,
  method: string,
  { first, each }: Share = { first: 0, each: 1 },
): Generator<Progress, (number | null)[]> {
  const { x, y, z, permutations, seed } = question;
  if (permutations === 0 || isConstant(question)) return [];
  const chosen = methodOf(method);
  const values: (number | null)[] = [];
  let number = 0;
  for (const order of ordersOf(question)) {
    if (number >= first && (number - first) % each === 0) {
      values.push(attempt(() => chosen.estimate(observations(x, order), y, z, seed)) ?? null);
      yield (number + 1) / permutations;
    }
    number++;
  }
  return values;
}

/** The surrogates of shares that begin with 0, 1, … and take every `shares.length`-th, in the order of their numbers. */
export function interleaved<T>(shares: readonly (readonly T[])[]): T[] {
  const most = Math.max(...shares.map(({ length }) => length));
  return Array.from({ length: most }, (_, at) =>
    shares.flatMap((share) => (at < share.length ? [share[at]] : [])),
  ).flat();
}

function* ordersOf(question: Question): Generator<Uint32Array> {
  const { x, z, permutations, seed } = question;
  const by = surrogatesMade(question);
  const n = x.labels.codes.length;
  const stream = random(seed, 'surrogates');
  if (by !== 'local' || z === undefined) {
    yield* surrogateOrders(by as SurrogateKind, n, permutations, stream);
    return;
  }
  const k = Math.min(localNeighbours, n - 1);
  const { indices } = neighbourhoods(z.points.points, z.points.dimension, 'maximum').nearest(k);
  for (let at = 0; at < permutations; at++) yield localPermutation(indices, k, stream);
}
