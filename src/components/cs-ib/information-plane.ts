import * as Plot from '@observablehq/plot';
import { flatRollup, mean } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import type { DatasetId, tables } from '../../papers/cs-ib/tables.js';
import { figureStyle } from '../figure-style.js';
import { dots, lines } from '../marks.js';
import { paperSeries } from '../palette.js';
import { heightOf, isNarrow } from '../panels.js';
import { reportedPlane } from './reported.js';
import { methods } from './series.js';

export interface InformationPlaneSettings {
  readonly dataset: DatasetId;
  /** Whose information the compression ratio counts: the method's own, or the CS information of all alike. */
  readonly yardstick: 'r_own' | 'r_cs';
  /** One seed's runs alone; all of them, with their mean, where `null`. */
  readonly seed: number | null;
  /** Whether to show what the authors' slides show. */
  readonly reported: boolean;
}

/** A network, or the mean of a method's networks at one β. */
interface PlanePoint {
  readonly method: string;
  readonly beta: number;
  readonly r: number;
  readonly i_ty: number;
}

/** The information plane: I(T; Y) against the compression ratio, a line a method along its β. */
export function informationPlane(
  plane: RowsOf<typeof tables>['plane'],
  { dataset, yardstick, seed, reported }: InformationPlaneSettings,
  width: number,
): SVGElement | HTMLElement {
  const runs = plane
    .flatMap((row) => {
      const { method, beta, i_ty, [yardstick]: r } = row;
      const shown = row.dataset === dataset && (seed === null || row.seed === seed);
      return shown && r !== null && i_ty !== null ? [{ method, beta, seed: row.seed, r, i_ty }] : [];
    })
    .sort((a, b) => a.beta - b.beta);
  const means: PlanePoint[] = flatRollup(
    runs,
    (own) => ({ r: mean(own, ({ r }) => r)!, i_ty: mean(own, ({ i_ty }) => i_ty)! }),
    ({ method }) => method,
    ({ beta }) => beta,
  ).map(([method, beta, point]) => ({ method, beta, ...point }));
  const theirs = reported ? reportedPlane.filter((point) => point.dataset === dataset) : [];
  const narrow = isNarrow(width);
  const place = { x: 'r', y: 'i_ty', by: 'method', series: methods } as const;
  return Plot.plot({
    ...figureStyle,
    width,
    height: heightOf(width, 0.55),
    grid: true,
    x: {
      label: narrow
        ? 'Compression ratio r →'
        : 'Compression ratio r: share of the information about the input that is gone →',
      nice: true,
      // What the paper reports at 0 stands beside the axis, not on it.
      insetLeft: 14,
    },
    y: { label: '↑ Information about the target, I(T; Y) (bits)', nice: true, insetTop: 14 },
    ...methods.scales(),
    marks: [
      seed === null
        ? lines(runs, {
            ...place,
            z: (run) => `${run.method} ${run.seed}`,
            strokeWidth: 0.75,
            strokeOpacity: 0.3,
          })
        : null,
      lines(means, { ...place, strokeWidth: 2.25 }),
      dots(means, {
        ...place,
        r: 4,
        channels: { β: 'beta' },
        tip: { format: { stroke: false, y: '.3f', x: '.2f' } },
      }),
      Plot.dot(theirs, { x: 'ratio', y: 'information', r: 5, strokeWidth: 2, ...paperSeries }),
      ...(['start', 'end'] as const).map((textAnchor) =>
        Plot.text(
          theirs.filter(({ ratio }) => ratio > 0.6 === (textAnchor === 'end')),
          {
            x: 'ratio',
            y: 'information',
            text: ({ label }: (typeof theirs)[number]) => (narrow ? label.replace('paper: ', '') : label),
            dy: -11,
            textAnchor,
            fill: 'var(--ink-soft)',
          },
        ),
      ),
    ],
  });
}
