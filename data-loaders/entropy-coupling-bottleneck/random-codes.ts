import { gridInformation } from '../../src/lib/couplings/channel-grid.js';
import { entropyBits } from '../../src/lib/couplings/entropy-bits.js';
import { greedyCode } from '../../src/lib/couplings/greedy-code.js';
import { nearDeterministicPoint, neighbourhoods } from '../../src/lib/couplings/near-deterministic-curve.js';
import { largestWithin, partitionEntropies } from '../../src/lib/couplings/set-partitions.js';
import { binomial, truncatedGeometric, uniform } from '../../src/lib/couplings/sources.js';
import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { perturbations } from './perturbations.js';

export type RandomCodesParameters = {
  /** Rates of a curve, from 0 to H(X), evenly spaced. */
  readonly rates: number;
  /** Probabilities of the brute-force grid are multiples of 1 / steps. */
  readonly steps: number;
  /** Random perturbations of each deterministic code. */
  readonly perturbed: number;
};

/** The source of the paper's figure, and others. */
export const sources: Readonly<Record<string, Float64Array>> = {
  three: Float64Array.of(0.7, 0.2, 0.1),
  six: Float64Array.of(0.36, 0.22, 0.16, 0.12, 0.08, 0.06),
  uniform: uniform(8),
  binomial: binomial(20, 0.5),
  geometric: truncatedGeometric(21, 0.5),
};

/** Up to so many symbols all codes are looked at, and the moves away from them. */
const [mostListed, mostMoved] = [8, 6];

export const definition: Definition<RandomCodesParameters> = {
  title: 'Codes at every rate',
  description:
    'What greedy, optimal deterministic and slightly random codes keep of a source at each rate; and whether any small perturbation of a deterministic code beats the moves of Theorem 3.',
  tables: {
    curve: {
      description: 'One row a source, rate and method',
      columns: {
        source: {
          type: 'string',
          description:
            'three: 0.7, 0.2, 0.1; six: 0.36 … 0.06; uniform on 8; binomial(20, ½); geometric(½) on 21',
        },
        method: {
          type: 'string',
          description:
            'greedy; optimal: best set partition; moves: set partitions and the moves of Theorem 3; grid: all codes of a coarse grid',
        },
        R: { type: 'float64', unit: 'bits', description: 'rate allowed' },
        H_T: { type: 'float64', unit: 'bits', description: 'rate used, H(T); none for the grid' },
        I_XT: { type: 'float64', unit: 'bits', description: 'information kept, I(X; T)' },
      },
    },
    perturbation: {
      description: 'One row a deterministic code of the source 0.7, 0.2, 0.1 and kind of perturbation',
      columns: {
        code: { type: 'string', description: 'code words of the three symbols' },
        kind: { type: 'string', description: 'one: mass of one symbol is moved; all: of all symbols' },
        tried: { type: 'int32', description: 'random perturbations' },
        compared: { type: 'int32', description: 'those whose rate the curve reaches' },
        exceed: { type: 'int32', description: 'those that keep over 1e-6 bits more than the curve' },
        largest_excess: { type: 'float64', unit: 'bits', description: 'most information above the curve' },
        own_compared: { type: 'int32', description: 'those whose rate the moves of the same code reach' },
        own_exceed: { type: 'int32', description: 'those that keep over 1e-6 bits more than these' },
      },
    },
  },
  profiles: {
    quick: { rates: 121, steps: 20, perturbed: 20_000 },
    full: { rates: 481, steps: 40, perturbed: 200_000 },
  },
  seed: 1,
  compute: 'plain',
  parts: () => [...Object.keys(sources).map((id) => ({ id })), { id: 'perturbations', cost: 10 }],
};

export async function* run({
  params,
  part,
  seed,
  signal,
}: Context<RandomCodesParameters>): AsyncGenerator<RunEvent, void, void> {
  if (part.id === 'perturbations') {
    for (const rows of perturbations(sources.three, params.perturbed, seed)) {
      signal.throwIfAborted();
      yield { table: 'perturbation', rows };
    }
    return;
  }
  const p = sources[part.id];
  const entropy = entropyBits(p);
  const rates = Array.from({ length: params.rates }, (_, i) => (entropy * i) / (params.rates - 1));
  const rows = (
    method: string,
    at: (rate: number, index: number) => readonly [number | null, number],
  ): Row[] =>
    rates.map((R, index) => {
      const [H_T, I_XT] = at(R, index);
      return { source: part.id, method, R, H_T, I_XT };
    });
  const code = (of: number) => [of, of] as const;
  yield { table: 'curve', rows: rows('greedy', (rate) => code(greedyCode(p, rate).entropy)) };
  if (p.length <= mostListed) {
    const partitions = partitionEntropies(p);
    yield { table: 'curve', rows: rows('optimal', (rate) => code(largestWithin(partitions, rate + 1e-9))) };
  }
  if (p.length <= mostMoved) {
    const codes = neighbourhoods(p);
    const moved = rows('moves', (rate) => {
      const { rate: used, information } = nearDeterministicPoint(codes, rate);
      return [used, information];
    });
    yield { table: 'curve', rows: moved };
  }
  if (p.length === 3) {
    const grid = gridInformation(p, params.steps, rates);
    yield { table: 'curve', rows: rows('grid', (_, index) => [null, grid[index]]) };
  }
}
