import { couplingMatrix, inducedCoupling } from '../../src/lib/couplings/coupling.js';
import { entropyBits } from '../../src/lib/couplings/entropy-bits.js';
import { greedyCode } from '../../src/lib/couplings/greedy-code.js';
import { greedyMinimumEntropyCoupling } from '../../src/lib/couplings/greedy-minimum-entropy-coupling.js';
import { binomial, truncatedGeometric } from '../../src/lib/couplings/sources.js';
import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { dirichlet } from '../../src/lib/statistics/dirichlet.js';
import { random } from '../../src/lib/statistics/random.js';

export type DecoderParameters = {
  /** Random pairs of marginals of each size. */
  readonly pairs: number;
  readonly sizes: readonly number[];
  /** H(X) / R of the couplings through a code. */
  readonly ratios: readonly number[];
};

/** The example: eight symbols, a steep law on one side, a bell on the other. */
const [input, output] = [truncatedGeometric(8, 0.3), binomial(7, 0.5)];

export const definition: Definition<DecoderParameters> = {
  title: 'Couplings of small entropy',
  description:
    'The greedy coupling of random marginals against the independent one; and the coupling of an input and an output law through a code of ever lower rate.',
  tables: {
    joint_entropy: {
      description: 'One row a random pair of marginals, uniform on the simplex',
      columns: {
        size: { type: 'int32', description: 'symbols on either side' },
        pair: { type: 'int32', description: 'number of the pair' },
        independent: {
          type: 'float64',
          unit: 'bits',
          description: 'joint entropy of the independent coupling',
        },
        greedy: { type: 'float64', unit: 'bits', description: 'joint entropy of the greedy coupling' },
        least: {
          type: 'float64',
          unit: 'bits',
          description: 'larger marginal entropy, below which no joint entropy is',
        },
      },
    },
    coupling: {
      description: 'Input and output, coupled through a code: one row a cell',
      columns: {
        ratio: { type: 'float64', description: 'compression ratio H(X) / R' },
        rate: { type: 'float64', unit: 'bits', description: 'rate R' },
        x: { type: 'int32', description: 'input symbol' },
        y: { type: 'int32', description: 'output symbol' },
        mass: { type: 'float64', description: 'joint probability' },
      },
    },
  },
  profiles: {
    quick: { pairs: 100, sizes: [8, 16, 64], ratios: [1, 1.25, 1.5, 2, 3, 4, 6] },
    full: { pairs: 1000, sizes: [8, 16, 64, 256, 1024], ratios: [1, 1.25, 1.5, 2, 3, 4, 6] },
  },
  seed: 1,
  compute: 'plain',
  parts: ({ sizes }) => [...sizes.map((size) => ({ id: String(size), cost: size })), { id: 'example' }],
};

export async function* run({
  params,
  part,
  seed,
  signal,
}: Context<DecoderParameters>): AsyncGenerator<RunEvent, void, void> {
  if (part.id === 'example') {
    yield { table: 'coupling', rows: params.ratios.flatMap(cells) };
    return;
  }
  const size = Number(part.id);
  const rows: Row[] = [];
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

function cells(ratio: number): Row[] {
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
