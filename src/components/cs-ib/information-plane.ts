import * as Plot from '@observablehq/plot';
import { escape, op, type ColumnTable } from 'arquero';
import { figureStyle } from '../figure-style.js';
import { paperSeries } from '../palette.js';
import { methodScales } from './methods.js';
import { reportedPlane } from './reported.js';

export interface InformationPlaneOptions {
  readonly dataset: string;
  /** Whose information the compression ratio counts: the method's own, or the CS information of all alike. */
  readonly yardstick: 'r_own' | 'r_cs';
  /** One seed's runs alone; all of them, with their mean, where `null`. */
  readonly seed: number | null;
  /** Whether to show what the authors' slides show. */
  readonly reported: boolean;
  readonly width: number;
}

/** The information plane: I(T; Y) against the compression ratio, a line a method along its β. */
export function informationPlane(
  plane: ColumnTable,
  options: InformationPlaneOptions,
): SVGElement | HTMLElement {
  const { dataset, yardstick, seed, reported, width } = options;
  const runs = plane
    .filter(
      escape(
        (row: Record<string, unknown>) =>
          row.dataset === dataset && row[yardstick] !== null && (seed === null || row.seed === seed),
      ),
    )
    .derive({ r: escape((row: Record<string, number>) => row[yardstick]) })
    .orderby('beta');
  const means = runs
    .groupby('method', 'beta')
    .rollup({ r: op.mean('r'), i_ty: op.mean('i_ty'), networks: op.count() })
    .orderby('beta');
  const theirs = reported ? reportedPlane.filter((point) => point.dataset === dataset) : [];
  return Plot.plot({
    ...figureStyle,
    width,
    height: Math.min(440, Math.max(320, width * 0.55)),
    grid: true,
    x: {
      label:
        width < 520
          ? 'Compression ratio r →'
          : 'Compression ratio r: share of the information about the input that is gone →',
      nice: true,
    },
    y: { label: '↑ Information about the target, I(T; Y) (bits)', nice: true, insetTop: 14 },
    color: methodScales.color,
    symbol: { ...methodScales.symbol, legend: true },
    marks: [
      seed === null
        ? Plot.line(runs.objects(), {
            x: 'r',
            y: 'i_ty',
            stroke: 'method',
            z: (row: { method: string; seed: number }) => `${row.method} ${row.seed}`,
            strokeWidth: 0.75,
            strokeOpacity: 0.3,
          })
        : null,
      Plot.line(means.objects(), { x: 'r', y: 'i_ty', stroke: 'method', z: 'method', strokeWidth: 2.25 }),
      Plot.dot(means.objects(), {
        x: 'r',
        y: 'i_ty',
        stroke: 'method',
        symbol: 'method',
        fill: 'var(--ground)',
        r: 4,
        channels: { β: 'beta' },
        tip: { format: { stroke: false, y: '.3f', x: '.2f' } },
      }),
      Plot.dot(theirs, { x: 'ratio', y: 'information', r: 5, strokeWidth: 2, ...paperSeries }),
      ...(['start', 'end'] as const).map((textAnchor) =>
        Plot.text(
          theirs.filter(({ ratio }) => ratio > 0.6 === (textAnchor === 'end')),
          { x: 'ratio', y: 'information', text: 'label', dy: -11, textAnchor, fill: 'var(--ink-soft)' },
        ),
      ),
    ],
  });
}
