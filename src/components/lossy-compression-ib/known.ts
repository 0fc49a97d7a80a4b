import * as Plot from '@observablehq/plot';
import { mean, median, rollup } from 'd3-array';
import { listed } from '../../lib/text/list.js';
import { decimals } from '../../lib/text/number.js';
import { capitalised } from '../../lib/text/sentence.js';
import type { SyntheticRow } from '../../papers/lossy-compression-ib/tables.js';
import { figureStyle } from '../figure-style.js';
import { diagonal, meanAndSeeds } from '../marks.js';
import { isNarrow } from '../panels.js';
import { estimators, representationLabels } from './series.js';

export interface KnownSettings {
  readonly dataset: string;
  readonly estimators: readonly string[];
}

/** `Blobs, mean error in nats up to 6: weighted neighbours err by 0.21 from true parameters and …` */
export function knownInWords(
  synthetic: readonly SyntheticRow[],
  { dataset, estimators: shown }: KnownSettings,
): string {
  const own = synthetic.filter((row) => row.dataset === dataset && row.mi_true <= judgedTo);
  const told = estimators.ids
    .filter((id) => shown.includes(id))
    .map((id) => {
      const errors = rollup(
        own.filter(({ estimator }) => estimator === id),
        (rows) => mean(rows, ({ mi_est, mi_true }) => (mi_est === null ? null : Math.abs(mi_est - mi_true))),
        ({ representation }) => representation,
      );
      const each = [...errors].map(([representation, error]) => {
        return `${error === undefined ? 'no value' : decimals(error, 2)} from ${representationLabels[representation]}`;
      });
      return `${estimators.label(id)} err by ${listed(each)}`;
    });
  return `${capitalised(dataset)}, mean error in nats up to ${judgedTo}: ${told.join('; ')}.`;
}

/** The most information, in nats, at which claims judge estimates: more is hardly to be had from so few pairs. */
const judgedTo = 6;

/** True informations up to which a seed is a row of marks, and a thin line beyond. */
const mostDots = 12;

/** Estimated against true information, a panel a representation: means over seeds, their bands, and single seeds. */
export function known(
  synthetic: readonly SyntheticRow[],
  { dataset, estimators: shown }: KnownSettings,
  width: number,
): SVGElement | HTMLElement {
  const rows = synthetic.filter(
    (row) => row.dataset === dataset && shown.includes(row.estimator) && row.mi_est !== null,
  );
  const narrow = isNarrow(width);
  const facet = narrow ? 'fy' : 'fx';
  const place = {
    x: 'mi_true',
    [facet]: ({ representation }: SyntheticRow) => representationLabels[representation],
  } as const;
  const most = Math.max(...rows.map(({ mi_true }) => mi_true), 1);
  return Plot.plot({
    ...figureStyle,
    marginTop: narrow ? 34 : 44,
    width,
    height: narrow ? 840 : 340,
    grid: true,
    // Beside panels below each other there is no room for their names.
    [facet]: { domain: Object.values(representationLabels), label: null, axis: narrow ? null : undefined },
    x: { label: 'True information (nats) →', domain: [0, most] },
    y: { label: '↑ Estimate (nats)', insetBottom: 14 },
    ...estimators.scales(shown),
    marks: [
      Plot.ruleY([0], { stroke: 'var(--ink-soft)', strokeOpacity: 0.5 }),
      diagonal(0, most),
      narrow
        ? Plot.text(Object.values(representationLabels), {
            fy: String,
            text: String,
            frameAnchor: 'top-left',
            dx: 6,
            dy: 6,
            fontWeight: 'bold',
          })
        : null,
      Plot.areaY(
        rows,
        Plot.groupX(
          { y1: 'mean', y2: 'mean' },
          {
            ...place,
            y1: ({ mi_est, se }: SyntheticRow) => mi_est! - se!,
            y2: ({ mi_est, se }: SyntheticRow) => mi_est! + se!,
            fill: 'estimator',
            fillOpacity: 0.15,
          },
        ),
      ),
      shown.length === 1 ? ofNothing(rows, place) : null,
      meanAndSeeds(rows, {
        ...place,
        y: 'mi_est',
        by: 'estimator',
        series: estimators,
        // As many marks as the largest run has would hide each other.
        seeds: new Set(rows.map(({ mi_true }) => mi_true)).size > mostDots ? 'lines' : 'dots',
      }),
    ],
  });
}

/** What images that have nothing in common are said to share, in numbers. */
function ofNothing(rows: readonly SyntheticRow[], place: Readonly<Record<string, unknown>>) {
  const own = rows.filter(({ mi_true }) => mi_true === 0);
  return Plot.text(
    own,
    Plot.groupX(
      { y: 'median', text: (estimates: number[]) => `of nothing: ${decimals(median(estimates)!, 2)}` },
      {
        ...place,
        y: 'mi_est',
        text: 'mi_est',
        textAnchor: 'start',
        dx: 12,
        dy: 4,
        fill: 'var(--ink)',
        stroke: 'var(--ground)',
        strokeWidth: 3,
      } as Plot.TextOptions,
    ),
  );
}
