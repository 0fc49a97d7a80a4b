import * as Plot from '@observablehq/plot';
import { escape, op, type ColumnTable } from 'arquero';
import { figureStyle } from '../figure-style.js';
import { methodScales, methods } from './methods.js';
import { betasOf } from './runs.js';

export interface RobustnessOptions {
  readonly dataset: string;
  /** Place of β on each method's own grid; 0 is β = 0. */
  readonly level: number;
  /** Divides by the RMSE on clean inputs, so that a worse fit does not pass for robustness. */
  readonly relative: boolean;
  readonly width: number;
}

/** RMSE under attack against its strength: a line a method for FGSM, a mark for PGD. */
export function robustness(attack: ColumnTable, options: RobustnessOptions): SVGElement | HTMLElement {
  const { dataset, level, relative, width } = options;
  const chosen = new Map(
    methods.map(({ id }) => {
      const betas = betasOf(attack, id);
      return [id, betas[Math.min(level, betas.length - 1)]] as const;
    }),
  );
  const means = attack
    .filter(
      escape(
        (row: { dataset: string; method: string; beta: number; rmse: number | null }) =>
          row.dataset === dataset && row.beta === chosen.get(row.method) && row.rmse !== null,
      ),
    )
    .derive({
      error: escape((row: { rmse: number; clean_rmse: number }) =>
        relative ? row.rmse / row.clean_rmse : row.rmse,
      ),
    })
    .groupby('method', 'kind', 'eps')
    .rollup({ error: op.mean('error'), beta: op.mean('beta') })
    .orderby('eps');
  const rows = means.objects() as { kind: string }[];
  return Plot.plot({
    ...figureStyle,
    width,
    height: Math.min(440, Math.max(320, width * 0.55)),
    grid: true,
    x: { label: 'Strength of the attack ε, in standard deviations of an input →' },
    y: {
      label: relative ? '↑ RMSE under attack ÷ RMSE on clean inputs' : '↑ RMSE under attack (log target)',
      nice: true,
    },
    color: methodScales.color,
    symbol: { ...methodScales.symbol, legend: true },
    marks: [
      Plot.line(
        rows.filter(({ kind }) => kind === 'fgsm'),
        { x: 'eps', y: 'error', stroke: 'method', strokeWidth: 1.75 },
      ),
      Plot.dot(
        rows.filter(({ kind }) => kind === 'fgsm'),
        {
          x: 'eps',
          y: 'error',
          stroke: 'method',
          symbol: 'method',
          fill: 'var(--ground)',
          r: 3,
          channels: { β: 'beta' },
          tip: true,
        },
      ),
      Plot.dot(
        rows.filter(({ kind }) => kind === 'pgd'),
        {
          x: 'eps',
          y: 'error',
          stroke: 'method',
          symbol: 'method',
          strokeWidth: 3.5,
          r: 4,
          dx: 7,
          channels: { attack: 'kind' },
          tip: true,
        },
      ),
    ],
  });
}
