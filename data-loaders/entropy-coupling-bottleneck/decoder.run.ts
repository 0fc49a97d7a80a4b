import type { RowOf } from '../../src/lib/experiment/column.js';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { dirichlet } from '../../src/lib/statistics/dirichlet.js';
import { random } from '../../src/lib/statistics/random.js';
import { couplingMatrix, inducedCoupling } from '../../src/papers/entropy-coupling-bottleneck/coupling.js';
import { entropyBits } from '../../src/papers/entropy-coupling-bottleneck/entropy-bits.js';
import { greedyCode } from '../../src/papers/entropy-coupling-bottleneck/greedy-code.js';
import { greedyMinimumEntropyCoupling } from '../../src/papers/entropy-coupling-bottleneck/greedy-minimum-entropy-coupling.js';
import { binomial, truncatedGeometric } from '../../src/papers/entropy-coupling-bottleneck/sources.js';
import type { definition } from './decoder.js';

type EntropyRow = RowOf<typeof definition.tables.joint_entropy.columns>;
type CouplingRow = RowOf<typeof definition.tables.coupling.columns>;

/** The example: eight symbols, a steep law on one side, a bell on the other. */
const [input, output] = [truncatedGeometric(8, 0.3), binomial(7, 0.5)];

/** Couples random marginals of the size of the part, or, where it has none, the example at every ratio. */
export async function* run({
  params,
  part,
  seed,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { size } = part.of;
  if (size === null) {
    yield { table: 'coupling', rows: params.ratios.flatMap(cells) };
    return;
  }
  const rows: EntropyRow[] = [];
  for (let pair = 0; pair < params.pairs; pair++) {
    signal.throwIfAborted();
    const stream = random(seed, 'decoder', size, pair);
    const [p, q] = [dirichlet(size, 1, stream), dirichlet(size, 1, stream)];
    const [first, second] = [entropyBits(p), entropyBits(q)];
    const greedy = entropyBits(greedyMinimumEntropyCoupling(p, q).mass);
    rows.push({ size, pair, independent: first + second, greedy, least: Math.max(first, second) });
    if (pair % 50 === 0) yield { progress: pair / params.pairs };
  }
  yield { table: 'joint_entropy', rows };
}

function cells(ratio: number): CouplingRow[] {
  const rate = entropyBits(input) / ratio;
  const code = greedyCode(input, rate);
  const decoder = greedyMinimumEntropyCoupling(code.masses, output);
  const masses = couplingMatrix(inducedCoupling(input, code.block, decoder));
  return Array.from(masses, (mass, cell) => ({
    ratio,
    rate,
    x: Math.floor(cell / output.length),
    y: cell % output.length,
    mass,
  }));
}
