import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';

/** Where a layer stands in the information plane at an epoch. */
export interface PlanePoint {
  readonly layer: number;
  readonly epoch: number;
  /** In bits. */
  readonly i_xt: number;
  readonly i_ty: number;
}

export interface PlanePanelOptions {
  readonly title: string;
  /** All epochs that may come, ascending: they decide on the colours. */
  readonly epochs: readonly number[];
  /** Largest possible I(X;T), in bits. */
  readonly most: number;
  readonly width: number;
  readonly height: number;
}

/** The information plane of a network: the path of each layer through its training, numbered where it ends. */
export function planePanel(
  points: readonly PlanePoint[],
  { title, epochs, most, width, height }: PlanePanelOptions,
): SVGElement | HTMLElement {
  const last = Math.max(...points.map(({ epoch }) => epoch));
  const ends = points.filter(({ epoch }) => epoch === last);
  return Plot.plot({
    ...figureStyle,
    width,
    height,
    grid: true,
    x: { label: 'Information about the input, I(X;T) (bits) →', domain: [0, most] },
    y: { label: '↑ About the label, I(T;Y) (bits)', domain: [0, 1] },
    color: epochColors(epochs),
    marks: [
      Plot.text([title], { frameAnchor: 'top-left', dx: 8, dy: 8, fontWeight: 600, fontSize: 14 }),
      Plot.line(points, { x: 'i_xt', y: 'i_ty', z: 'layer', stroke: 'var(--rule-strong)', strokeWidth: 1 }),
      Plot.dot(points, {
        x: 'i_xt',
        y: 'i_ty',
        fill: 'epoch',
        r: 3.5,
        channels: { layer: 'layer' },
        tip: { format: { x: '.2f', y: '.3f', fill: true } },
      }),
      Plot.dot(ends, { x: 'i_xt', y: 'i_ty', stroke: 'var(--ink)', r: 5, strokeWidth: 1.5 }),
      Plot.text(ends, {
        x: 'i_xt',
        y: 'i_ty',
        text: 'layer',
        dy: -12,
        fontWeight: 600,
        fill: 'var(--ink)',
        stroke: 'var(--ground)',
        strokeWidth: 3,
      }),
    ],
  });
}

/** The colour of each epoch, as a ramp. */
export function epochLegend(epochs: readonly number[], width: number): HTMLElement | SVGElement {
  return Plot.legend({
    color: { ...epochColors(epochs), label: 'Epoch of training' },
    legend: 'ramp',
    width: Math.min(width, 480),
    style: { fontFamily: 'inherit', fontSize: '12px' },
  })!;
}

/** From blue to orange, in the order of the epochs. */
function epochColors(epochs: readonly number[]) {
  const share = (index: number) => Math.round((100 * index) / Math.max(1, epochs.length - 1));
  return {
    type: 'ordinal' as const,
    domain: [...epochs],
    range: epochs.map((_, i) => `color-mix(in oklab, var(--series-2) ${share(i)}%, var(--series-1))`),
  };
}
