import * as Plot from '@observablehq/plot';
import { flatRollup } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { pairedBy } from '../../lib/statistics/paired.js';
import type { tables } from '../../papers/semantic-information/tables.js';
import { figureStyle } from '../figure-style.js';
import { diagonal } from '../marks.js';

/** Starts that are drawn: enough to see where they lie. */
const drawn = 400;

/** Iterations of E3M against those of EM from the same starts on example A; the cap is 500. */
export function local(rows: RowsOf<typeof tables>['mixture_runs'], width: number): SVGElement | HTMLElement {
  const runs = rows.filter(({ problem, start }) => problem === 'local' && start < drawn);
  const pairs = pairedBy(
    runs.filter(({ inner }) => inner === 0),
    runs.filter(({ inner }) => inner > 0),
    ({ start }) => start,
  );
  const counted = flatRollup(
    pairs,
    (own) => own.length,
    ([em]) => em.iterations,
    ([, e3m]) => e3m.iterations,
  ).map(([EM, E3M, starts]) => ({ EM, E3M, starts }));
  const axis = { type: 'log', domain: [3, 620], ticks: [3, 10, 30, 100, 500], tickFormat: String } as const;
  const side = Math.min(width, 520);
  return Plot.plot({
    ...figureStyle,
    width: side,
    height: side,
    grid: true,
    x: { ...axis, label: 'Iterations of EM (logarithmic) →' },
    y: { ...axis, label: '↑ Iterations of E3M (logarithmic)' },
    r: { range: [0, 12] },
    marks: [
      diagonal(3, 620),
      Plot.ruleX([500], { stroke: 'var(--ink-soft)' }),
      Plot.ruleY([500], { stroke: 'var(--ink-soft)' }),
      Plot.dot(counted, {
        x: 'EM',
        y: 'E3M',
        r: 'starts',
        fill: 'var(--ours)',
        fillOpacity: 0.6,
        stroke: 'var(--ours)',
        tip: true,
      }),
    ],
  });
}
