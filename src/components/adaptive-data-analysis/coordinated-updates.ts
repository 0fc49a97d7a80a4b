import * as Plot from '@observablehq/plot';
import { extent, max, mean, sort } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { count, decimals } from '../../lib/text/number.js';
import type { tables } from '../../papers/adaptive-data-analysis/tables.js';
import { figureStyle } from '../figure-style.js';
import { logAxis } from '../log-axis.js';
import { lines } from '../marks.js';
import { panels } from '../panels.js';
import { mechanisms } from './series.js';

type PathRows = RowsOf<typeof tables>['coordinated_path'];

export interface CoordinatedUpdatesSettings {
  /** One run, or (`null`) all of them. */
  readonly seed: number | null;
}

/** Means over runs of the largest error, before the final query and after it. */
function errorsAround(path: PathRows, kind: PathRows[number]['mechanism']): readonly [string, string] {
  const own = path.filter(({ mechanism }) => mechanism === kind);
  const [last, before] = sort(new Set(own.map(({ query }) => query)), (query) => -query);
  const error = (at: number) =>
    decimals(mean(own, ({ query, max_error }) => (query === at ? max_error : NaN)) ?? NaN, 2);
  return [error(before), error(last)];
}

/** What {@link coordinatedUpdates} shows of all runs: corrections, and the largest error before and after the final query. */
export function updatesInWords(path: PathRows): string {
  const last = max(path, ({ query }) => query)!;
  const ends = path.filter(({ query, mechanism }) => query === last && mechanism === 'pmw');
  const corrections = extent(ends, ({ updates }) => updates).map((number) => count(number ?? NaN));
  const [[plain, plainAfter], [coordinated, coordinatedAfter]] = (['empirical', 'pmw'] as const).map((kind) =>
    errorsAround(path, kind),
  );
  return `Coordinated answers look at the sample ${corrections.join(' to ')} times in ${count(last)} queries. With the final query their largest error goes from ${coordinated} to ${coordinatedAfter}, on average, and that of plain averages from ${plain} to ${plainAfter}.`;
}

/** The longest attack as it goes on: corrections of the hypothesis, beside the largest error so far. */
export function coordinatedUpdates(
  path: PathRows,
  { seed }: CoordinatedUpdatesSettings,
  width: number,
): HTMLElement {
  const rows = path.filter((row) => seed === null || row.seed === seed);
  const last = max(rows, ({ query }) => query);
  const ends = rows.filter(({ query }) => query === last);
  const ofMechanism = (id: string) => ends.filter(({ mechanism }) => mechanism === id);
  const { color } = mechanisms.scales(['empirical', 'pmw']);
  const courses = (own: PathRows, y: 'updates' | 'max_error') =>
    lines(own, {
      x: 'query',
      y,
      by: 'mechanism',
      series: mechanisms,
      z: 'seed',
      curve: 'step-after',
      strokeOpacity: seed === null ? 0.5 : 1,
      strokeWidth: seed === null ? 1.2 : 2,
      channels: { seed: 'seed' },
      tip: seed !== null,
    });
  return panels(width, {
    draw(panel) {
      const shared = {
        ...figureStyle,
        width: panel,
        height: 300,
        grid: true,
        x: {
          ...logAxis(rows.map(({ query }) => query)),
          label: 'Queries asked so far →',
          tickFormat: '~s',
        },
        color,
      } as const;
      return [
        Plot.plot({
          ...shared,
          y: { label: '↑ Corrections of the hypothesis', zero: true, nice: true },
          marks: [
            Plot.ruleY([0]),
            courses(
              rows.filter(({ mechanism }) => mechanism === 'pmw'),
              'updates',
            ),
          ],
        }),
        Plot.plot({
          ...shared,
          y: { label: '↑ Largest error so far', domain: [0, 1] },
          marks: [
            Plot.ruleY([0]),
            courses(rows, 'max_error'),
            (['empirical', 'pmw'] as const).map((mechanism) => [
              Plot.dot(ofMechanism(mechanism), {
                x: 'query',
                y: 'max_error',
                stroke: 'mechanism',
                symbol: mechanisms.symbol(mechanism),
                r: 3.5,
              }),
              Plot.text(ofMechanism(mechanism).slice(0, 1), {
                x: 'query',
                y: 'max_error',
                text: () => mechanisms.label(mechanism),
                fill: 'mechanism',
                fontWeight: 'bold',
                textAnchor: 'end',
                dx: -12,
              }),
            ]),
          ],
        }),
      ];
    },
  });
}
