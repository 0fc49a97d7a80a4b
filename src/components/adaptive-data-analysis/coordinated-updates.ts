import * as Plot from '@observablehq/plot';
import { escape, type ColumnTable } from 'arquero';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { mechanismLabels, scalesOf } from './series.js';

export interface CoordinatedUpdatesOptions {
  /** One run, or (`null`) all of them. */
  readonly seed: number | null;
  readonly width: number;
}

interface PathRow {
  readonly mechanism: string;
  readonly seed: number;
  readonly query: number;
  readonly max_error: number;
  readonly updates: number;
}

/** The longest attack as it goes on: corrections of the hypothesis, beside the largest error so far. */
export function coordinatedUpdates(
  path: ColumnTable,
  { seed, width }: CoordinatedUpdatesOptions,
): HTMLElement {
  const rows = path
    .filter(escape((row: { seed: number }) => seed === null || row.seed === seed))
    .objects() as PathRow[];
  const last = Math.max(...rows.map(({ query }) => query));
  const ends = rows.filter(({ query }) => query === last);
  const narrow = width < 620;
  const shown = ['empirical', 'pmw'];
  const scales = scalesOf(mechanismLabels, shown);
  const panel = {
    ...figureStyle,
    width: narrow ? width : (width - 16) / 2,
    height: 300,
    grid: true,
    x: { type: 'log', label: 'Queries asked so far (log scale) →', tickFormat: '~s', ticks: 5 },
    color: scales.color,
  } as const;
  const line = (mechanism: string, y: 'updates' | 'max_error') =>
    Plot.line(
      rows.filter((row) => row.mechanism === mechanism),
      {
        x: 'query',
        y,
        z: 'seed',
        stroke: 'mechanism',
        curve: 'step-after',
        strokeOpacity: seed === null ? 0.5 : 1,
        strokeWidth: seed === null ? 1.2 : 2,
        strokeDasharray: scales.dash(mechanism),
        channels: { seed: 'seed' },
        tip: seed !== null,
      },
    );
  return element(
    'div',
    { class: 'panels' },
    Plot.plot({
      ...panel,
      y: { label: '↑ Corrections of the hypothesis', zero: true, nice: true },
      marks: [Plot.ruleY([0]), line('pmw', 'updates')],
    }),
    Plot.plot({
      ...panel,
      y: { label: '↑ Largest error so far', domain: [0, 1] },
      marks: [
        Plot.ruleY([0]),
        shown.map((mechanism) => [
          line(mechanism, 'max_error'),
          Plot.dot(
            ends.filter((row) => row.mechanism === mechanism),
            { x: 'query', y: 'max_error', stroke: 'mechanism', symbol: scales.symbolOf(mechanism), r: 3.5 },
          ),
          Plot.text(ends.filter((row) => row.mechanism === mechanism).slice(0, 1), {
            x: 'query',
            y: 'max_error',
            text: () => mechanismLabels[mechanism],
            fill: 'mechanism',
            fontWeight: 'bold',
            textAnchor: 'end',
            dx: -12,
          }),
        ]),
      ],
    }),
  );
}
