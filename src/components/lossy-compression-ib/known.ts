import * as Plot from '@observablehq/plot';
import { op, type ColumnTable } from 'arquero';
import { figureStyle } from '../figure-style.js';
import { dashOf, seriesScales } from '../series-scales.js';
import { estimatorIds, estimatorLabels, representationLabels } from './series.js';

export interface KnownOptions {
  readonly dataset: string;
  readonly estimators: readonly string[];
  readonly width: number;
}

interface Point {
  readonly mi_true: number;
  readonly mi_est: number;
  readonly representation: string;
  readonly estimator: string;
  readonly se: number;
}

/** Estimated against true information, a panel a representation: means over seeds, their bands, and single seeds. */
export function known(
  table: ColumnTable,
  { dataset, estimators, width }: KnownOptions,
): SVGElement | HTMLElement {
  const rows = (table.objects() as (Point & { dataset: string })[]).filter(
    (row) => row.dataset === dataset && estimators.includes(row.estimator) && row.mi_est !== null,
  );
  const means = table
    .groupby('dataset', 'representation', 'estimator', 'mi_true')
    .rollup({ mi_est: op.mean('mi_est'), se: op.mean('se') })
    .orderby('mi_true')
    .objects() as (Point & { dataset: string })[];
  const shown = means.filter((row) => row.dataset === dataset && estimators.includes(row.estimator));
  const narrow = width < 620;
  const facet = (row: { representation: string }) => representationLabels[row.representation];
  const across = narrow ? { fy: facet } : { fx: facet };
  const panels = { domain: Object.values(representationLabels), label: null };
  const most = Math.max(...rows.map(({ mi_true }) => mi_true), 1);
  const ids = estimatorIds.filter((id) => estimators.includes(id));
  const { color, symbol } = seriesScales(ids, (id) => estimatorLabels[id]);
  return Plot.plot({
    ...figureStyle,
    marginTop: narrow ? 34 : 44,
    width,
    height: narrow ? 840 : 340,
    grid: true,
    ...(narrow ? { fy: panels } : { fx: panels }),
    x: { label: 'True information (nats) →', domain: [0, most] },
    y: { label: '↑ Estimate (nats)' },
    color,
    symbol: { ...symbol, legend: true },
    marks: [
      Plot.ruleY([0], { stroke: 'var(--ink-soft)', strokeOpacity: 0.5 }),
      Plot.link([{}], { x1: 0, y1: 0, x2: most, y2: most, stroke: 'var(--ink)', strokeDasharray: '4 3' }),
      Plot.areaY(shown, {
        ...across,
        x: 'mi_true',
        y1: (row: Point) => row.mi_est - row.se,
        y2: (row: Point) => row.mi_est + row.se,
        z: 'estimator',
        fill: 'estimator',
        fillOpacity: 0.15,
      }),
      ...ids.map((id) =>
        Plot.line(
          shown.filter(({ estimator }) => estimator === id),
          {
            ...across,
            x: 'mi_true',
            y: 'mi_est',
            stroke: 'estimator',
            strokeWidth: 2,
            strokeDasharray: dashOf(estimatorIds.indexOf(id)),
          },
        ),
      ),
      Plot.dot(rows, {
        ...across,
        x: 'mi_true',
        y: 'mi_est',
        stroke: 'estimator',
        symbol: 'estimator',
        fill: 'var(--ground)',
        r: rows.length > 300 ? 2 : 3.5,
        channels: { seed: 'seed' },
        tip: { format: { fx: false, fy: false, stroke: false, x: '.2f', y: '.2f' } },
      }),
    ],
  });
}
