import { inducedCoupling, mutualInformationBits } from '../../src/lib/couplings/coupling.js';
import { binaryEntropyBits, entropyBits } from '../../src/lib/couplings/entropy-bits.js';
import { greedyCode } from '../../src/lib/couplings/greedy-code.js';
import { greedyMinimumEntropyCoupling } from '../../src/lib/couplings/greedy-minimum-entropy-coupling.js';
import { largestWithin, partitionEntropies } from '../../src/lib/couplings/set-partitions.js';
import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { dirichlet } from '../../src/lib/statistics/dirichlet.js';
import { random } from '../../src/lib/statistics/random.js';

export type EncoderParameters = {
  /** Random sources, shared out among the parts. */
  readonly sources: number;
  readonly parts: number;
  /** Least and largest number of symbols. */
  readonly symbols: readonly [number, number];
  /** Concentrations of the Dirichlet law that a source is drawn from, of which one is taken at random. */
  readonly concentrations: readonly number[];
  /** Rates from 0 to H(X), evenly spaced. */
  readonly rates: number;
};

const tolerance = 1e-9;

export const definition: Definition<EncoderParameters> = {
  title: 'Greedy codes against all codes',
  description:
    'Random sources at several rates: the greedy code, the best of all set partitions, and the coupling with a random output law through the greedy code.',
  tables: {
    encoder: {
      description: 'One row a random source; counts and extremes are over its rates',
      columns: {
        source: { type: 'int32', description: 'number of the source' },
        symbols: { type: 'int32', description: 'symbols of the source' },
        concentration: { type: 'float64', description: 'of the Dirichlet law it was drawn from' },
        entropy: { type: 'float64', unit: 'bits', description: 'H(X)' },
        rates: { type: 'int32', description: 'rates tried' },
        bound: {
          type: 'float64',
          unit: 'bits',
          description: 'h(p₂), p₂ the second largest probability: the gap is said not to exceed it',
        },
        worst_gap: {
          type: 'float64',
          unit: 'bits',
          description: 'largest min(R, H(X)) − I(X; T) of the greedy code',
        },
        violations: { type: 'int32', description: 'rates at which the gap exceeds the bound' },
        mean_distance: {
          type: 'float64',
          unit: 'bits',
          description: 'mean information by which the best deterministic code exceeds the greedy one',
        },
        equal: { type: 'int32', description: 'rates at which the two are equal' },
        least_slack: {
          type: 'float64',
          unit: 'bits',
          description: 'least I(X; Y) − [I(X; T) + I(T; Y) − R], Y of a random law, coupled greedily',
        },
        exceptions: { type: 'int32', description: 'rates at which this is negative' },
      },
    },
  },
  profiles: {
    quick: { sources: 300, parts: 6, symbols: [3, 8], concentrations: [0.3, 1, 5], rates: 21 },
    full: { sources: 3000, parts: 6, symbols: [3, 10], concentrations: [0.3, 1, 5], rates: 101 },
  },
  seed: 1,
  compute: 'plain',
  parts: ({ parts }) => Array.from({ length: parts }, (_, part) => ({ id: String(part) })),
};

export async function* run({
  params,
  part,
  seed,
  signal,
}: Context<EncoderParameters>): AsyncGenerator<RunEvent, void, void> {
  const rows: Row[] = [];
  for (let source = Number(part.id); source < params.sources; source += params.parts) {
    signal.throwIfAborted();
    rows.push(sourceRow(params, seed, source));
    if (rows.length % 20 === 0) yield { progress: source / params.sources };
  }
  yield { table: 'encoder', rows };
}

function sourceRow({ symbols, concentrations, rates }: EncoderParameters, seed: number, source: number): Row {
  const stream = random(seed, 'encoder', source);
  const size = () => symbols[0] + stream.integer(symbols[1] - symbols[0] + 1);
  const concentration = concentrations[stream.integer(concentrations.length)];
  const p = dirichlet(size(), concentration, stream);
  const output = dirichlet(size(), 1, stream);
  const entropy = entropyBits(p);
  const bound = binaryEntropyBits(p.toSorted()[p.length - 2]);
  const partitions = partitionEntropies(p);
  const found = { worst_gap: 0, violations: 0, distance: 0, equal: 0, least_slack: Infinity, exceptions: 0 };
  for (let i = 0; i < rates; i++) {
    const rate = (entropy * i) / (rates - 1);
    const code = greedyCode(p, rate);
    const gap = rate - code.entropy;
    found.worst_gap = Math.max(found.worst_gap, gap);
    if (gap > bound + tolerance) found.violations++;

    const distance = largestWithin(partitions, rate + tolerance) - code.entropy;
    found.distance += distance;
    if (distance <= tolerance) found.equal++;

    const decoder = greedyMinimumEntropyCoupling(code.masses, output);
    const information = mutualInformationBits(inducedCoupling(p, code.block, decoder));
    const slack = information - (code.entropy + mutualInformationBits(decoder) - rate);
    found.least_slack = Math.min(found.least_slack, slack);
    if (slack < -tolerance) found.exceptions++;
  }
  const { distance, ...rest } = found;
  const which = { source, symbols: p.length, concentration, entropy, rates, bound };
  return { ...which, ...rest, mean_distance: distance / rates };
}
