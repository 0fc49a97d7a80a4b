import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import { armLabels, armScales } from './arms.js';
import { type Matched, meanOf } from './comparison.js';

export interface MatchedOptions {
  readonly arms: readonly string[];
  readonly width: number;
}

/** Forgetting of every arm and seed at matched adaptation; thin lines join neighbouring arms of a seed with the first. */
export function matchedFigure(
  matched: readonly Matched[],
  { arms, width }: MatchedOptions,
): SVGElement | HTMLElement {
  const rows = matched.filter((row) => arms.includes(row.arm) && row.forget !== null);
  const first = new Map(rows.filter(({ arm }) => arm === arms[0]).map(({ seed, forget }) => [seed, forget!]));
  const links = rows
    .filter(({ arm, seed }) => arm !== arms[0] && first.has(seed))
    .map(({ arm, seed, forget }) => ({ arm, from: first.get(seed)!, forget: forget! }));
  const bars = arms.map((arm) => ({ arm, forget: meanOf(rows.filter((row) => row.arm === arm).map((row) => row.forget)) })); // prettier-ignore
  const { color, symbol } = armScales(arms);
  return Plot.plot({
    ...figureStyle,
    marginLeft: 54,
    width,
    height: 340,
    x: {
      type: 'band',
      domain: arms,
      // On a phone the labels of neighbouring arms would meet.
      tickFormat: (arm: string) => (width < 480 ? armLabels[arm].replace(' κ', '\nκ') : armLabels[arm]),
      label: null,
      padding: 0.4,
    },
    y: { label: '↑ Forgetting at matched adaptation (nats)', grid: true, nice: true, zero: true },
    color,
    symbol,
    marks: [
      Plot.ruleY([0], { stroke: 'var(--ink-soft)' }),
      Plot.link(links, {
        x1: () => arms[0],
        x2: 'arm',
        y1: 'from',
        y2: 'forget',
        // Red where this arm forgot less than the first, against the claim.
        stroke: ({ from, forget }: { from: number; forget: number }) => (forget < from ? 'var(--not-reproduced)' : 'var(--ink-soft)'), // prettier-ignore
        strokeOpacity: ({ from, forget }: { from: number; forget: number }) => (forget < from ? 0.7 : 0.22),
        strokeDasharray: '3 3',
      }),
      Plot.dot(rows, {
        x: 'arm',
        y: 'forget',
        stroke: 'arm',
        symbol: 'arm',
        fill: 'var(--ground)',
        strokeWidth: 1.75,
        r: 4,
        channels: { seed: 'seed', steps: 'step' },
        tip: { format: { y: '.3f', steps: '.0f', symbol: false, x: false } },
      }),
      Plot.tickY(
        bars.filter(({ forget }) => forget !== null),
        { x: 'arm', y: 'forget', stroke: 'var(--ink)', strokeWidth: 2.5, insetLeft: -18, insetRight: -18 },
      ),
    ],
  });
}
