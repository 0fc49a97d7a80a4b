import * as Plot from '@observablehq/plot';
import { group } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { lowestConditions } from '../../papers/condition-number/condition-number.js';
import type { StudyId, tables } from '../../papers/condition-number/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { logAxis } from '../log-axis.js';
import { reference } from '../marks.js';
import { choices, phases } from './series.js';

type Rows = Pick<RowsOf<typeof tables>, 'tensors' | 'matrices'>;
type TensorRow = Rows['tensors'][number];

export interface TensorsSettings {
  readonly study: StudyId;
  /** One network; all, one over another, where `null`. */
  readonly seed: number | null;
  /** How many of the smallest condition numbers are selected. */
  readonly budget: number;
}

/** What tells a tensor of a network from all others. */
const nameOf = ({ seed, tensor }: TensorRow) => `${seed} ${tensor}`;

/** Condition numbers of all tensors, hollow before training, filled after it; those that KappaTune would tune stand out. */
export function tensors(
  { tensors: all, matrices }: Rows,
  { study, seed, budget }: TensorsSettings,
  width: number,
): Drawing {
  const rows = all.filter((row) => row.study === study && (seed === null || row.seed === seed));
  const of = (phase: TensorRow['phase']) => rows.filter((row) => row.phase === phase);
  const selected = new Set(lowestOf(of('trained'), budget).map(nameOf));
  const choiceOf = (row: TensorRow) => (selected.has(nameOf(row)) ? 'selected' : 'frozen');
  const limit = matrices.find(({ rows, columns }) => rows === 48 && columns === 64)!.limit!;
  const plot = Plot.plot({
    ...figureStyle,
    marginLeft: 40,
    width,
    height: 420,
    x: {
      ...logAxis(rows.map(({ kappa }) => kappa ?? NaN)),
      label: 'Condition number κ →',
      grid: true,
      tickFormat: '~g',
      insetLeft: 12,
      insetRight: 12,
    },
    y: {
      type: 'point',
      domain: [...new Set(rows.map(({ tensor }) => tensor))].sort(),
      label: null,
      tickSize: 0,
      padding: 0.6,
    },
    color: { ...choices.scales().color, legend: true },
    symbol: phases.scales().symbol,
    marks: [
      reference({ x: limit }),
      seed === null
        ? null
        : Plot.line(rows, { x: 'kappa', y: 'tensor', z: 'tensor', stroke: choiceOf, strokeOpacity: 0.5 }),
      phases.ids.map((phase) =>
        Plot.dot(of(phase), {
          x: 'kappa',
          y: 'tensor',
          stroke: choiceOf,
          symbol: 'phase',
          fill: phase === 'trained' ? choiceOf : 'var(--ground)',
          r: 4,
          strokeWidth: 1.5,
          channels: { seed: 'seed' },
          tip: { format: { x: '.2f', fill: false, symbol: phases.label } },
        }),
      ),
    ],
  });
  const networks = seed === null ? 'all seeds' : `seed ${seed}`;
  const lowest = budget === 1 ? 'lowest one is' : `${budget} lowest are`;
  return { plot, title: `Condition numbers before and after training, ${networks}; the ${lowest} tuned.` };
}

/** Of each network the tensors that KappaTune would tune. */
function lowestOf(trained: readonly TensorRow[], budget: number): TensorRow[] {
  return [...group(trained, ({ seed }) => seed).values()].flatMap((own) =>
    lowestConditions(
      own.map(({ kappa }) => kappa ?? Infinity),
      budget,
    ).map((at) => own[at]),
  );
}
