import * as Plot from '@observablehq/plot';
import { groups, mean } from 'd3-array';
import { percent } from '../../lib/text/number.js';
import { figureStyle } from '../figure-style.js';
import { reference } from '../marks.js';
import type { Rows } from './series.js';

/** Of the games that were sampled so much of the static bound, the share whose response graph is wrong. */
export interface FailureShare {
  /** `N`, `N/5` and so on. */
  readonly samples: string;
  readonly share: number;
  readonly games: number;
}

/** How often the graph is wrong with all of the static bound, and with parts of it. */
export function failureShares(runs: Rows['static_sampling']): FailureShare[] {
  return groups(runs, ({ divisor }) => divisor).map(([divisor, games]) => ({
    samples: divisor === 1 ? 'N' : `N/${divisor}`,
    share: mean(games, ({ edge_errors }) => Number(edge_errors > 0))!,
    games: games.length,
  }));
}

/** How often the response graph is wrong, by how much of the static bound was sampled. */
export function staticFigure(runs: Rows['static_sampling'], width: number): SVGElement | HTMLElement {
  const rows = failureShares(runs);
  const [{ delta }] = runs;
  return Plot.plot({
    ...figureStyle,
    marginLeft: 60,
    width,
    height: 220,
    x: {
      label: 'Share of games whose response graph is wrong →',
      domain: [0, 0.6],
      tickFormat: (share: number) => percent(share),
      grid: true,
    },
    y: { label: null, domain: rows.map(({ samples }) => samples) },
    marks: [
      reference({ x: delta, label: `δ = ${delta}` }),
      Plot.ruleY(rows, { x1: 0, x2: 'share', y: 'samples', stroke: 'var(--ours)', strokeWidth: 8 }),
      Plot.dot(rows, {
        x: 'share',
        y: 'samples',
        fill: 'var(--ours)',
        r: 5,
        channels: { games: 'games' },
        tip: { format: { x: '.1%' } },
      }),
      Plot.text(rows, {
        x: 'share',
        y: 'samples',
        text: ({ share }: FailureShare) => percent(share, 1),
        textAnchor: 'start',
        dx: 10,
      }),
    ],
  });
}
