import * as Plot from '@observablehq/plot';
import { flatRollup } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { pairedBy } from '../../lib/statistics/paired.js';
import { count } from '../../lib/text/number.js';
import type { tables } from '../../papers/semantic-information/tables.js';
import { figureStyle } from '../figure-style.js';
import { diagonal } from '../marks.js';

/** Starts that are drawn: enough to see where they lie. */
const drawn = 400;

/** Iterations after which a run is given up. */
const cap = 500;

type RunRow = RowsOf<typeof tables>['mixture_runs'][number];

/** The runs of EM and of E3M from the same starts on example A. */
function pairsOf(rows: readonly RunRow[]) {
  const runs = rows.filter(({ problem, start }) => problem === 'local' && start < drawn);
  return pairedBy(
    runs.filter(({ inner }) => inner === 0),
    runs.filter(({ inner }) => inner > 0),
    ({ start }) => start,
  );
}

/** How many of the starts that {@link local} draws each algorithm, or neither, brought to its goal. */
export function localInWords(rows: readonly RunRow[]): string {
  const pairs = pairsOf(rows);
  const failed = (em: boolean, e3m: boolean) =>
    count(pairs.filter(([a, b]) => a.iterations >= cap === em && b.iterations >= cap === e3m).length);
  return `Of ${count(pairs.length)} starts both arrive from ${failed(false, false)}, E3M alone fails from ${failed(false, true)}, EM alone from ${failed(true, false)}, both from ${failed(true, true)}.`;
}

/** Iterations of E3M against those of EM from the same starts on example A. */
export function local(rows: readonly RunRow[], width: number): SVGElement | HTMLElement {
  const counted = flatRollup(
    pairsOf(rows),
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
      Plot.ruleX([cap], { stroke: 'var(--ink-soft)' }),
      Plot.ruleY([cap], { stroke: 'var(--ink-soft)' }),
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
