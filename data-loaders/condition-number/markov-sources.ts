import { dirichlet } from '../../src/lib/statistics/dirichlet.js';
import type { Random } from '../../src/lib/statistics/random.js';

/** A Markov chain of order 2: row `a × symbols + b` is the law of the symbol that follows a, b. */
export interface MarkovSource {
  readonly symbols: number;
  /** `[symbols², symbols]` */
  readonly laws: readonly Float64Array[];
}

/** Each law drawn from a Dirichlet distribution. */
export function markovSource(symbols: number, concentration: number, source: Random): MarkovSource {
  const laws = Array.from({ length: symbols * symbols }, () => dirichlet(symbols, concentration, source));
  return { symbols, laws };
}

/** The chain whose laws are the means of two chains' laws. */
export function blend(one: MarkovSource, other: MarkovSource): MarkovSource {
  const laws = one.laws.map((law, context) => law.map((share, i) => (share + other.laws[context][i]) / 2));
  return { symbols: one.symbols, laws };
}

/** Symbols of the chain, one after another, from two drawn uniformly. */
export function sequence(
  { symbols, laws }: MarkovSource,
  length: number,
  { uniform, integer }: Random,
): Uint8Array {
  const values = new Uint8Array(length);
  for (let i = 0; i < length; i++)
    values[i] = i < 2 ? integer(symbols) : drawn(laws[values[i - 2] * symbols + values[i - 1]], uniform());
  return values;
}

function drawn(law: Float64Array, u: number): number {
  let [at, sum] = [0, law[0]];
  while (u >= sum && at < law.length - 1) sum += law[++at];
  return at;
}
