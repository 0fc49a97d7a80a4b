import type { RowOf } from '../../src/lib/experiment/column.js';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { dirichlet } from '../../src/lib/statistics/dirichlet.js';
import { random } from '../../src/lib/statistics/random.js';
import {
  inducedCoupling,
  mutualInformationBits,
} from '../../src/papers/entropy-coupling-bottleneck/coupling.js';
import { binaryEntropyBits, entropyBits } from '../../src/papers/entropy-coupling-bottleneck/entropy-bits.js';
import { greedyCode } from '../../src/papers/entropy-coupling-bottleneck/greedy-code.js';
import { greedyMinimumEntropyCoupling } from '../../src/papers/entropy-coupling-bottleneck/greedy-minimum-entropy-coupling.js';
import {
  largestWithin,
  partitionEntropies,
} from '../../src/papers/entropy-coupling-bottleneck/set-partitions.js';
import type { definition } from './encoder.js';

type EncoderRow = RowOf<typeof definition.tables.encoder.columns>;

const tolerance = 1e-9;

/** Codes and couplings of every so many-th source, from the part's first. */
export async function* run({
  params,
  part,
  seed,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const rows: EncoderRow[] = [];
  for (let source = part.of.first; source < params.sources; source += params.parts) {
    signal.throwIfAborted();
    rows.push(sourceRow(params, seed, source));
    if (rows.length % 20 === 0) yield { progress: source / params.sources };
  }
  yield { table: 'encoder', rows };
}

function sourceRow(
  { symbols, concentrations, rates }: RunContext<typeof definition>['params'],
  seed: number,
  source: number,
): EncoderRow {
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
