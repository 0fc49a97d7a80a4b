import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import { armLabels, armPairs, armScales } from './arms.js';
import { type Matched, meanOf } from './comparison.js';

export interface MatchedOptions {
  readonly arms: readonly string[];
  readonly width: number;
}

/** Two arms of one network. */
interface Link {
  readonly less: string;
  readonly more: string;
  readonly from: number;
  readonly forget: number;
}

/** Forgetting of every arm and seed at matched adaptation; dashed lines join the arms of a seed that are compared. */
export function matchedFigure(
  matched: readonly Matched[],
  { arms, width }: MatchedOptions,
): SVGElement | HTMLElement {
  const rows = matched.filter((row) => arms.includes(row.arm) && row.forget !== null);
  const forgetOf = (arm: string, seed: number) =>
    rows.find((row) => row.arm === arm && row.seed === seed)?.forget;
  const links = armPairs.flatMap(([less, more]) =>
    rows
      .filter(({ arm }) => arm === more)
      .map(({ seed, forget }) => ({ less, more, from: forgetOf(less, seed), forget: forget! }))
      .filter(({ from }) => from !== undefined),
  ) as Link[];
  const bars = arms.map((arm) => ({
    arm,
    forget: meanOf(rows.filter((row) => row.arm === arm).map((row) => row.forget)),
  }));
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
        x1: 'less',
        x2: 'more',
        y1: 'from',
        y2: 'forget',
        // Strong where the arm of low κ forgot more, against the claim.
        stroke: ({ from, forget }: Link) => (forget < from ? 'var(--not-reproduced)' : 'var(--ink-soft)'),
        strokeOpacity: ({ from, forget }: Link) => (forget < from ? 0.7 : 0.22),
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
        channels: { 'forgetting (nats)': 'forget', seed: 'seed', steps: 'step' },
        tip: {
          format: {
            'forgetting (nats)': '.3f',
            steps: '.0f',
            symbol: false,
            stroke: false,
            x: false,
            y: false,
          },
        },
      }),
      Plot.tickY(
        bars.filter(({ forget }) => forget !== null),
        { x: 'arm', y: 'forget', stroke: 'var(--ink)', strokeWidth: 2.5, insetLeft: -18, insetRight: -18 },
      ),
    ],
  });
}
