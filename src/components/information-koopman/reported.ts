import * as Plot from '@observablehq/plot';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { dots, lines } from '../marks.js';
import { paperSeries } from '../palette.js';
import { reportedMethods } from './series.js';

/** A row of the paper's Table 2: NRMSE of a method on a system, 5, 20 and 50 steps ahead. */
interface ReportedError {
  readonly system: string;
  readonly method: (typeof reportedMethods.ids)[number];
  readonly h: number;
  readonly nrmse: number;
}

const errors = [
  ['Kármán vortex, 64 × 64 × 2', 'KAE', [0.149, 0.195, 0.233]],
  ['Kármán vortex, 64 × 64 × 2', 'PFNN', [0.075, 0.125, 0.137]],
  ['Kármán vortex, 64 × 64 × 2', 'ours', [0.068, 0.114, 0.138]],
  ['Lorenz 63', 'KAE', [0.006, 0.014, 0.023]],
  ['Lorenz 63', 'PFNN', [0.005, 0.011, 0.017]],
  ['Lorenz 63', 'ours', [0.003, 0.007, 0.013]],
] as const;

const rows = errors.flatMap(([system, method, values]) =>
  values.map((nrmse, i): ReportedError => ({ system, method, h: [5, 20, 50][i], nrmse })),
);

/** The paper's own errors, in its own units, on its own systems. */
export function reportedFigure(width: number): Drawing {
  const place = { x: 'h', y: 'nrmse', fx: 'system', by: 'method', series: reportedMethods } as const;
  const plot = Plot.plot({
    ...figureStyle,
    marginTop: 54,
    width,
    height: 270,
    grid: true,
    ...reportedMethods.scales(),
    fx: { label: null },
    x: { label: 'Steps ahead →', domain: [0, 55], ticks: [5, 20, 50] },
    y: { label: '↑ NRMSE as the paper prints it', zero: true },
    marks: [
      lines(rows, { ...place, strokeDasharray: paperSeries.strokeDasharray, strokeWidth: 1.5 }),
      dots(rows, place),
    ],
  });
  return { plot, rows: rows.map((row) => ({ ...row })) };
}
