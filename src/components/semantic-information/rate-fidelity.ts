import * as Plot from '@observablehq/plot';
import { least, max, min, sort } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { decimals } from '../../lib/text/number.js';
import type { tables } from '../../papers/semantic-information/tables.js';
import { element } from '../element.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { diagonal } from '../marks.js';
import { ordered, rampLegend } from '../ramp.js';

/** A point of the curve. */
export interface CurvePoint {
  readonly s: number;
  readonly R: number;
  readonly G: number;
}

export interface CurveSettings {
  /** The point that is marked, with its tangent. */
  readonly s: number;
  /** With the left branch, on which labels mislead. */
  readonly whole: boolean;
}

/** The curve R(G) above the line R = G, coloured by its slope s. */
export function rateFidelity(
  points: readonly CurvePoint[],
  { s, whole }: CurveSettings,
  width: number,
): HTMLElement {
  const curve = sort(
    points.filter((point) => whole || point.s > 0),
    (point) => point.s,
  );
  const most = max(curve, ({ R }) => R)! * 1.12;
  const lowest = Math.min(
    0,
    min(curve, ({ G }) => G)!,
  );
  const left = whole ? lowest * 1.03 : Math.max(lowest, -0.5);
  const marked = least(curve, (point) => Math.abs(point.s - s))!;
  const matching = curve.filter((point) => point.s === 1);
  // The tangent, within the frame.
  const reach = Math.min(whole ? 6 : 0.6, most / 4 / Math.max(Math.abs(marked.s), 0.1));
  const tangent = [-reach, reach].map((away) => ({ G: marked.G + away, R: marked.R + marked.s * away }));
  const place = { x: 'G', y: 'R' } as const;
  const slopes = whole
    ? ({ type: 'linear', domain: [-2, 8], interpolate: ordered } as const)
    : ({ type: 'log', domain: [0.1, 16], interpolate: ordered } as const);
  const legend = rampLegend({
    ...slopes,
    label: 'Slope s of the curve',
    ticks: whole ? [-2, 0, 2, 4, 6, 8] : [0.1, 0.3, 1, 3, 10],
    tickFormat: '~g',
  });
  const plot = Plot.plot({
    ...figureStyle,
    width,
    height: Math.min(420, 220 + width * 0.25),
    grid: true,
    x: { label: 'Semantic information G (bits) →', domain: [left, most] },
    y: { label: '↑ Shannon information R (bits)', domain: [0, most] },
    // Beyond its ends the colour stays as it is.
    color: { ...slopes, clamp: true },
    marks: [
      diagonal(0, most),
      Plot.text([most * 0.3], {
        x: Number,
        y: Number,
        text: () => 'R = G',
        dx: 26,
        dy: 8,
        fill: 'var(--ink-soft)',
      }),
      Plot.line(curve, {
        ...place,
        stroke: 's',
        z: (point: CurvePoint) => point.s > 0,
        strokeWidth: 3.5,
        clip: true,
      }),
      Plot.line(tangent, { ...place, stroke: 'var(--ink-soft)', strokeWidth: 1.5, clip: true }),
      Plot.dot(matching, { ...place, fill: 'var(--ground)', stroke: 'var(--ink)', strokeWidth: 2, r: 6 }),
      Plot.text(matching, { ...place, text: () => 's = 1', dx: -12, dy: -10, textAnchor: 'end' }),
      Plot.dot([marked], { ...place, fill: 'var(--ink)', r: 5, symbol: 'diamond' }),
      Plot.tip(
        curve,
        Plot.pointer({ ...place, channels: { s: 's' }, format: { x: '.3f', y: '.3f' } } as Plot.TipOptions),
      ),
    ],
  });
  return element('div', {}, legend, plot);
}

export interface CostSettings extends CurveSettings {
  /** Width σ of the truth functions. */
  readonly width: number;
}

/** The recorded curve of one width, and in the title what its marked point costs. */
export function costOfMeaning(
  rows: RowsOf<typeof tables>['rate_fidelity'],
  settings: CostSettings,
  width: number,
): Drawing {
  const curve = rows.filter((row) => row.width === settings.width);
  const { s, R, G, Py1, Py2, Py3, Py4 } = curve.find((row) => row.s === settings.s)!;
  const shares = [Py1, Py2, Py3, Py4].map((share) => decimals(share, 2)).join(', ');
  return {
    plot: rateFidelity(curve, settings, width),
    title: `What it costs to convey meaning: at s = ${s}, ${decimals(R, 3)} bits carry ${decimals(G, 3)} bits of meaning, and the labels are used ${shares} of the time.`,
  };
}
