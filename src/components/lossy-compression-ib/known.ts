import * as Plot from '@observablehq/plot';
import type { SyntheticRow } from '../../papers/lossy-compression-ib/tables.js';
import { figureStyle } from '../figure-style.js';
import { diagonal, meanAndSeeds } from '../marks.js';
import { isNarrow } from '../panels.js';
import { estimators, representationLabels } from './series.js';

export interface KnownSettings {
  readonly dataset: string;
  readonly estimators: readonly string[];
}

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
    y: { label: '↑ Estimate (nats)' },
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
      meanAndSeeds(rows, { ...place, y: 'mi_est', by: 'estimator', series: estimators, seeds: 'dots' }),
    ],
  });
}
