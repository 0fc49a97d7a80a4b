import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';

export interface ShownInterval {
  readonly profile: string;
  readonly lo: number;
  readonly hi: number;
  /** α-Rank of the true game. */
  readonly pi: number;
}

/** What the α-Rank of each profile can still be, and what it is. */
export function intervalFigure(
  rows: readonly ShownInterval[],
  { width }: { readonly width: number },
): SVGElement | HTMLElement {
  const names = ['what it can still be', 'α-Rank of the true game'];
  return Plot.plot({
    ...figureStyle,
    width,
    height: Math.min(380, Math.max(280, width * 0.4)),
    x: { type: 'point', label: 'Profile: strategies of the row and the column player', padding: 0.5 },
    y: { label: '↑ α-Rank, share of time at the profile', domain: [0, 1], grid: true },
    color: { domain: names, range: ['var(--series-1)', 'var(--series-2)'], legend: true },
    marks: [
      Plot.ruleY([0], { stroke: 'var(--rule-strong)' }),
      Plot.ruleX(rows, {
        x: 'profile',
        y1: 'lo',
        y2: 'hi',
        stroke: () => names[0],
        strokeWidth: 7,
        strokeLinecap: 'round',
        strokeOpacity: 0.75,
      }),
      Plot.dot(rows, {
        x: 'profile',
        y: 'pi',
        stroke: () => names[1],
        symbol: 'times',
        r: 5,
        strokeWidth: 2.5,
        channels: { least: 'lo', greatest: 'hi' },
        tip: { format: { stroke: false, y: '.4f', least: '.4f', greatest: '.4f' } },
      }),
    ],
  });
}
