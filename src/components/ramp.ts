import * as Plot from '@observablehq/plot';
import { ticks as ticksBetween } from 'd3-array';
import { figureStyle } from './figure-style.js';

const mixed = (color: string, share: number, other: string) =>
  `color-mix(in oklab, ${color} ${Math.round(100 * share)}%, ${other})`;

/** Colours of amounts, by share of the largest: from the ground, in light and in dark, by blue to the ink. */
export const sequential = (share: number): string =>
  share < 0.6
    ? mixed('var(--series-1)', share / 0.6, 'var(--ground)')
    : mixed('var(--ink)', (share - 0.6) / 0.6, 'var(--series-1)');

/** Colours of what has a sign: blue at 0 where it is least, the ground in the middle, orange at 1. */
export const diverging = (share: number): string =>
  mixed(share < 0.5 ? 'var(--series-1)' : 'var(--series-2)', Math.abs(2 * share - 1), 'var(--ground)');

/** Colours of what has an order and no zero, such as steps and sizes: from blue at 0 to orange at 1, all of them seen on the ground. */
export const ordered = (share: number): string => mixed('var(--series-2)', share, 'var(--series-1)');

/** The stations of a round, each as far from the next. */
const round = ['--series-1', '--series-4', '--series-2', '--series-3'].map((name) => `var(${name})`);

/** Colours of an angle: 1 is 0 again. */
export const cyclic = (share: number): string => {
  const at = (((share % 1) + 1) % 1) * round.length;
  const from = Math.floor(at);
  return mixed(round[(from + 1) % round.length], at - from, round[from]);
};

export interface RampOptions {
  readonly label: string;
  readonly type: 'linear' | 'sqrt' | 'log';
  readonly domain: readonly [number, number];
  readonly interpolate: (share: number) => string;
  readonly ticks?: number | readonly number[];
  readonly tickFormat?: string | ((value: number) => string);
}

/** Stripes that a ramp is drawn with. */
const stripes = 48;

/** Pixels of a legend, at its sides, and from the middle of one tick's text to the next one's at least. */
const width = 280;
const margin = 20;
const leastGap = 34;

/** Those of the ticks whose texts have room beside each other. @param place of a tick, in pixels */
function apart(ticks: readonly number[], place: (tick: number) => number): number[] {
  let last = -Infinity;
  return ticks.filter((tick) => {
    if (place(tick) - last < leastGap) return false;
    last = place(tick);
    return true;
  });
}

/** What the colours of a ramp mean, in the letters of the figure. */
export function rampLegend({ label, type, domain, interpolate, ticks = 5, tickFormat }: RampOptions) {
  const { invert } = Plot.scale({ x: { type, domain, range: [0, 1] } })!;
  const parts = Array.from({ length: stripes }, (_, at) => ({
    from: invert!(at / stripes) as number,
    to: invert!((at + 1) / stripes) as number,
    color: interpolate((at + 0.5) / stripes),
  }));
  const place = Plot.scale({ x: { type, domain, range: [0, width - 2 * margin] } })!.apply;
  const given = typeof ticks === 'number' ? ticksBetween(...domain, ticks) : ticks;
  const shown = apart(given, place);
  return Plot.plot({
    ...figureStyle,
    width,
    height: 56,
    marginTop: 22,
    marginBottom: 22,
    marginLeft: margin,
    marginRight: margin,
    x: {
      type,
      domain,
      ticks: (shown.length < given.length ? shown : ticks) as number[],
      tickFormat,
      tickSize: 0,
      label: null,
    },
    color: { type: 'identity' },
    marks: [
      Plot.rect(parts, { x1: 'from', x2: 'to', fill: 'color', shapeRendering: 'crispEdges' }),
      Plot.frame({ stroke: 'var(--rule-strong)' }),
      Plot.text([label], { frameAnchor: 'top-left', lineAnchor: 'bottom', dy: -6 }),
    ],
  });
}
