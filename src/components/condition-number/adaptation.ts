import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import { armScales, styleOf } from './arms.js';
import { type CurveRow, type Matched, meanOf } from './comparison.js';

export interface AdaptationOptions {
  readonly arms: readonly string[];
  /** One seed; the mean of all, step by step, where `null`. */
  readonly seed: number | null;
  readonly matched: readonly Matched[];
  readonly width: number;
}

type Point = Pick<CurveRow, 'arm' | 'seed' | 'step' | 'b_loss' | 'forget'>;

/** Forgetting against adaptation: to the right an arm has learnt more of the new source, upwards it has forgotten more. */
export function adaptation(
  rows: readonly CurveRow[],
  { arms, seed, matched, width }: AdaptationOptions,
): SVGElement | HTMLElement {
  const shown = rows.filter(({ arm }) => arms.includes(arm));
  const points: readonly Point[] = seed === null ? means(shown) : shown.filter((row) => row.seed === seed);
  const target = meanOf(matched.filter((row) => seed === null || row.seed === seed).map((row) => row.target));
  const { color, symbol } = armScales(arms);
  return Plot.plot({
    ...figureStyle,
    marginLeft: 54,
    width,
    height: Math.min(440, Math.max(330, width * 0.5)),
    grid: true,
    x: { reverse: true, label: 'Loss on the new source, training data (nats) →', nice: true },
    y: { label: '↑ Forgetting: rise of the loss on the old source (nats)', nice: true },
    color,
    symbol: { ...symbol, legend: true },
    marks: [
      Plot.ruleY([0], { stroke: 'var(--ink-soft)', strokeOpacity: 0.6 }),
      target === null ? null : Plot.ruleX([target], { stroke: 'var(--ink)', strokeDasharray: '4 3' }),
      target === null
        ? null
        : Plot.text([target], {
            x: (x: number) => x,
            frameAnchor: 'top',
            text: ['compared here'],
            textAnchor: 'end',
            dx: -6,
            dy: 4,
            fill: 'var(--ink)',
            stroke: 'var(--ground)',
            strokeWidth: 4,
          }),
      arms.map((arm) => {
        const path = points.filter((point) => point.arm === arm).sort((a, b) => a.step - b.step);
        const { dash } = styleOf(arms, arm);
        return Plot.line(path, {
          x: 'b_loss',
          y: 'forget',
          stroke: 'arm',
          strokeWidth: 2,
          strokeDasharray: dash,
        });
      }),
      Plot.dot(points, {
        x: 'b_loss',
        y: 'forget',
        stroke: 'arm',
        symbol: 'arm',
        fill: 'var(--ground)',
        r: 3,
        channels: { 'new source (nats)': 'b_loss', 'forgetting (nats)': 'forget', step: 'step' },
        tip: {
          format: {
            'new source (nats)': '.3f',
            'forgetting (nats)': '.3f',
            x: false,
            y: false,
            symbol: false,
          },
        },
      }),
    ],
  });
}

/** Of every arm and step, over seeds. */
function means(rows: readonly CurveRow[]): Point[] {
  const groups = new Map<string, CurveRow[]>();
  for (const row of rows) {
    const key = `${row.arm} ${row.step}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((of) => ({
    arm: of[0].arm,
    seed: -1,
    step: of[0].step,
    b_loss: meanOf(of.map(({ b_loss }) => b_loss))!,
    forget: meanOf(of.map(({ forget }) => forget))!,
  }));
}
