import * as Plot from '@observablehq/plot';
import { count } from '../../lib/text/number.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { heightOf, isNarrow } from '../panels.js';
import { bounds, type Rows } from './series.js';

export interface IntervalSettings {
  /** Number of the random game. */
  readonly game: number;
  /** Games played. */
  readonly stop: number;
}

/** What the α-Rank of each profile can still be, and what it is. */
export function intervalFigure(
  intervals: Rows['intervals'],
  { game, stop }: IntervalSettings,
  width: number,
): Drawing {
  const rows = intervals.filter((row) => row.game === game && row.interactions === stop);
  const plot = Plot.plot({
    ...figureStyle,
    width,
    height: heightOf(width, 0.4),
    x: {
      type: 'point',
      label: isNarrow(width)
        ? 'Strategies of both players'
        : 'Profile: strategies of the row and the column player',
      tickFormat: isNarrow(width) ? (profile: string) => profile.replace(/[() ]/g, '') : undefined,
      padding: 0.5,
    },
    y: { label: '↑ α-Rank, share of time at the profile', domain: [0, 1], grid: true },
    color: { ...bounds.scales().color, legend: true },
    marks: [
      Plot.ruleY([0], { stroke: 'var(--rule-strong)' }),
      Plot.ruleX(rows, {
        x: 'profile',
        y1: 'lo',
        y2: 'hi',
        stroke: bounds.color('interval'),
        strokeWidth: 7,
        strokeLinecap: 'round',
        strokeOpacity: 0.75,
      }),
      Plot.dot(rows, {
        x: 'profile',
        y: 'pi',
        stroke: bounds.color('truth'),
        symbol: 'times',
        r: 5,
        strokeWidth: 2.5,
        channels: { least: 'lo', greatest: 'hi' },
        tip: { format: { y: '.4f', least: '.4f', greatest: '.4f' } },
      }),
    ],
  });
  const title = `Ranking intervals after ${count(stop)} games: ${rows[0].undecided} of 18 comparisons undecided.`;
  return { plot, title };
}
