import * as Plot from '@observablehq/plot';
import { lowestConditions } from '../../lib/linear-algebra/condition-number.js';
import { figureStyle } from '../figure-style.js';

/** A row of the table `tensors`. */
export interface TensorRow {
  readonly study: string;
  readonly seed: number;
  readonly tensor: string;
  readonly type: string;
  readonly layer: number;
  readonly phase: string;
  readonly kappa: number | null;
}

export interface TensorsOptions {
  readonly study: string;
  /** One network; all, one over another, where `null`. */
  readonly seed: number | null;
  /** How many of the smallest condition numbers are selected. */
  readonly budget: number;
  /** What large random matrices of this shape have. */
  readonly limit: number;
  readonly width: number;
}

const phases = ['untrained', 'trained'];
const choices = ['selected', 'frozen'];

/** Condition numbers of all tensors, hollow before training, filled after it; those that KappaTune would tune stand out. */
export function tensors(
  table: readonly TensorRow[],
  { study, seed, budget, limit, width }: TensorsOptions,
): SVGElement | HTMLElement {
  const rows = table
    .filter((row) => row.study === study && (seed === null || row.seed === seed) && row.kappa !== null)
    .map((row) => ({ ...row, kappa: row.kappa!, phase: row.phase === 'init' ? 'untrained' : 'trained' }));
  const trained = rows.filter(({ phase }) => phase === 'trained');
  const selected = new Set(
    [...new Set(trained.map((row) => row.seed))].flatMap((of) => {
      const own = trained.filter((row) => row.seed === of);
      return lowestConditions(
        own.map(({ kappa }) => kappa),
        budget,
      ).map((at) => `${of} ${own[at].tensor}`);
    }),
  );
  const choiceOf = (row: { seed: number; tensor: string }) =>
    selected.has(`${row.seed} ${row.tensor}`) ? 'selected' : 'frozen';
  const names = [...new Set(rows.map(({ tensor }) => tensor))].sort();
  const moves = trained.map((row) => ({
    ...row,
    before: rows.find(
      (other) => other.phase === 'untrained' && other.seed === row.seed && other.tensor === row.tensor,
    )!.kappa,
  }));
  return Plot.plot({
    ...figureStyle,
    marginLeft: 40,
    width,
    height: 420,
    x: {
      type: 'log',
      label: 'Condition number κ (log scale) →',
      grid: true,
      tickFormat: '~g',
      insetLeft: 12,
      insetRight: 12,
    },
    y: { type: 'point', domain: names, label: null, tickSize: 0, padding: 0.6 },
    color: { domain: choices, range: ['var(--series-2)', 'var(--series-7)'], legend: true },
    symbol: { domain: phases, range: ['triangle', 'circle'], legend: true },
    marks: [
      Plot.ruleX([limit], { stroke: 'var(--ink)', strokeDasharray: '4 3' }),
      seed === null
        ? null
        : Plot.link(moves, {
            x1: 'before',
            x2: 'kappa',
            y1: 'tensor',
            y2: 'tensor',
            stroke: choiceOf,
            strokeOpacity: 0.5,
          }),
      phases.map((phase) =>
        Plot.dot(
          rows.filter((row) => row.phase === phase),
          {
            x: 'kappa',
            y: 'tensor',
            stroke: choiceOf,
            symbol: 'phase',
            fill: phase === 'trained' ? choiceOf : 'var(--ground)',
            r: 4,
            strokeWidth: 1.5,
            channels: { seed: 'seed' },
            tip: { format: { x: '.2f', fill: false } },
          },
        ),
      ),
    ],
  });
}
