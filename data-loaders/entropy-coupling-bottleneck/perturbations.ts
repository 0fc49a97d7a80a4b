import type { RowsOf } from '../../src/lib/experiment/column.js';
import { dirichlet } from '../../src/lib/statistics/dirichlet.js';
import { type Random, random } from '../../src/lib/statistics/random.js';
import { codePoint } from '../../src/papers/entropy-coupling-bottleneck/channel.js';
import { entropyBits } from '../../src/papers/entropy-coupling-bottleneck/entropy-bits.js';
import { informationAt } from '../../src/papers/entropy-coupling-bottleneck/near-deterministic-code.js';
import {
  nearDeterministicPoint,
  type Neighbourhood,
  neighbourhoods,
} from '../../src/papers/entropy-coupling-bottleneck/near-deterministic-curve.js';
import type { tables } from '../../src/papers/entropy-coupling-bottleneck/tables.js';

type PerturbationRow = RowsOf<typeof tables>['perturbation'][number];
type Kind = PerturbationRow['kind'];

const kinds: readonly Kind[] = ['one', 'all'];

/** What a perturbation must keep more than the curve to count, bits. */
const excess = 1e-6;

/** Shares of a symbol's mass that a perturbation moves, spread evenly on a logarithmic scale. */
const [leastShare, mostShare] = [1e-4, 0.3];

/**
 * Random perturbations of every deterministic code of a source, half of them of one symbol, half of all, against the
 * curve of Theorem 3 at the same rate: the moves from all codes, and those from the perturbed one.
 */
export function* perturbations(p: Float64Array, tried: number, seed: number): Generator<PerturbationRow[]> {
  const codes = neighbourhoods(p);
  for (const of of codes) {
    const name = of.code.block.join(' ');
    const source = random(seed, 'perturbations', name);
    yield kinds.map((kind) => {
      const counts = { compared: 0, exceed: 0, largest_excess: 0, own_compared: 0, own_exceed: 0 };
      for (let i = 0; i < tried / 2; i++) compare(p, of, codes, channel(p, of, kind, source), counts);
      return { code: name, kind, tried: tried / 2, ...counts };
    });
  }
}

function compare(
  p: Float64Array,
  { code, up, down }: Neighbourhood,
  codes: readonly Neighbourhood[],
  perturbed: Float64Array,
  counts: Record<'compared' | 'exceed' | 'largest_excess' | 'own_compared' | 'own_exceed', number>,
): void {
  const { rate, information } = codePoint(p, perturbed, code.masses.length + 1);
  // Above H(X) every code is as good as the identity, and there is no curve.
  if (rate > entropyBits(p)) return;
  counts.compared++;
  const move = rate >= code.entropy ? up : down;
  const own = move && informationAt(move, rate);
  if (own !== undefined) {
    counts.own_compared++;
    if (information <= own) return;
    if (information > own + excess) counts.own_exceed++;
  }
  const above = information - nearDeterministicPoint(codes, rate).information;
  counts.largest_excess = Math.max(counts.largest_excess, above);
  if (above > excess) counts.exceed++;
}

/** The code as a channel to its words and one more, with some mass moved, `[n, words + 1]`. */
function channel(p: Float64Array, { code }: Neighbourhood, kind: Kind, source: Random): Float64Array {
  const words = code.masses.length + 1;
  const moved = new Float64Array(p.length * words);
  const share = leastShare * (mostShare / leastShare) ** source.uniform();
  const only = source.integer(p.length);
  const target = source.integer(words);
  for (let x = 0; x < p.length; x++) {
    const row = moved.subarray(x * words, (x + 1) * words);
    if (kind === 'one') {
      if (x === only) row[target] += share;
      row[code.block[x]] += x === only ? 1 - share : 1;
    } else {
      const leak = share * source.uniform();
      dirichlet(words, 0.5, source).forEach((part, word) => (row[word] = leak * part));
      row[code.block[x]] += 1 - leak;
    }
  }
  return moved;
}
