import type { RowOf } from '../../src/lib/experiment/column.js';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { gridInformation } from '../../src/papers/entropy-coupling-bottleneck/channel-grid.js';
import { entropyBits } from '../../src/papers/entropy-coupling-bottleneck/entropy-bits.js';
import { greedyCode } from '../../src/papers/entropy-coupling-bottleneck/greedy-code.js';
import {
  nearDeterministicPoint,
  neighbourhoods,
} from '../../src/papers/entropy-coupling-bottleneck/near-deterministic-curve.js';
import {
  largestWithin,
  partitionEntropies,
} from '../../src/papers/entropy-coupling-bottleneck/set-partitions.js';
import {
  binomial,
  truncatedGeometric,
  uniform,
} from '../../src/papers/entropy-coupling-bottleneck/sources.js';
import { perturbations } from './perturbations.js';
import type { definition } from './random-codes.js';

type CurveRow = RowOf<typeof definition.tables.curve.columns>;

const sources: Readonly<Record<CurveRow['source'], Float64Array>> = {
  three: Float64Array.of(0.7, 0.2, 0.1),
  six: Float64Array.of(0.36, 0.22, 0.16, 0.12, 0.08, 0.06),
  uniform: uniform(8),
  binomial: binomial(20, 0.5),
  geometric: truncatedGeometric(21, 0.5),
};

/** Up to so many symbols all codes are looked at, and the moves away from them. */
const [mostListed, mostMoved] = [8, 6];

/** The curve of the part's source by every method that it is small enough for, or else the perturbations. */
export async function* run({
  params,
  part,
  seed,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { source } = part.of;
  if (source === null) {
    for (const rows of perturbations(sources.three, params.perturbed, seed)) {
      signal.throwIfAborted();
      yield { table: 'perturbation', rows };
    }
    return;
  }
  const p = sources[source];
  const entropy = entropyBits(p);
  const rates = Array.from({ length: params.rates }, (_, i) => (entropy * i) / (params.rates - 1));
  const rows = (
    method: CurveRow['method'],
    at: (rate: number, index: number) => readonly [number | null, number],
  ): CurveRow[] =>
    rates.map((R, index) => {
      const [H_T, I_XT] = at(R, index);
      return { source, method, R, H_T, I_XT };
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
