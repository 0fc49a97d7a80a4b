import * as Plot from '@observablehq/plot';
import { sort } from 'd3-array';
import { figureStyle } from '../figure-style.js';
import { untilRun } from '../marks.js';
import type { PanelPlace } from '../panels.js';
import { ordered } from '../ramp.js';

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
  /** Where it stands among planes of the same axes. */
  readonly place: PanelPlace;
}

/** The information plane of a network: the path of each layer through its training, numbered where it ends. */
export function planePanel(
  points: readonly PlanePoint[],
  { title, epochs, most, width, height, place }: PlanePanelOptions,
): SVGElement | HTMLElement {
  const last = Math.max(...points.map(({ epoch }) => epoch));
  const ends = points.filter(({ epoch }) => epoch === last);
  const labels = endLabels(ends, { most, width, height });
  const label = {
    x: 'i_xt',
    y: 'i_ty',
    text: ({ layers }: EndLabel) => layers.join(', '),
    fontWeight: 600,
    fill: 'var(--ink)',
    stroke: 'var(--ground)',
    strokeWidth: 3,
  } as const;
  return Plot.plot({
    ...figureStyle,
    marginRight: 60,
    width,
    height,
    grid: true,
    x: {
      label: place.foot
        ? `${width < 300 ? 'About the input' : 'Information about the input'}, I(X;T) (bits) →`
        : null,
      domain: [0, most],
    },
    y: { label: place.first ? '↑ About the label, I(T;Y) (bits)' : null, domain: [0, 1] },
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
      points.length === 0 ? untilRun() : null,
      Plot.text(
        labels.filter(({ layers }) => layers.length === 1),
        { ...label, dy: -12 },
      ),
      // Beside the ends, lest it cover what is left of them.
      Plot.text(
        labels.filter(({ layers }) => layers.length > 1),
        { ...label, textAnchor: 'start', dx: 10 },
      ),
    ],
  });
}

/** Where the paths of some layers end. */
interface EndLabel {
  readonly i_xt: number;
  readonly i_ty: number;
  readonly layers: readonly number[];
}

/** Pixels within which two ends have one label. */
const reach = 18;

/** Numbers of layers where these end; one label, `1, 2, 3`, where ends lie on one another. */
function endLabels(
  ends: readonly PlanePoint[],
  { most, width, height }: Pick<PlanePanelOptions, 'most' | 'width' | 'height'>,
): EndLabel[] {
  const groups: PlanePoint[][] = [];
  const isNear = (a: PlanePoint, b: PlanePoint) =>
    Math.abs(a.i_xt - b.i_xt) * (width / most) < reach && Math.abs(a.i_ty - b.i_ty) * height < reach;
  for (const end of sort(ends, ({ layer }) => layer)) {
    const group = groups.find((other) => other.some((point) => isNear(point, end)));
    if (group) group.push(end);
    else groups.push([end]);
  }
  return groups.map((group) => ({
    i_xt: Math.max(...group.map(({ i_xt }) => i_xt)),
    i_ty: Math.max(...group.map(({ i_ty }) => i_ty)),
    layers: group.map(({ layer }) => layer),
  }));
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
  return {
    type: 'ordinal' as const,
    domain: [...epochs],
    range: epochs.map((_, i) => ordered(i / Math.max(1, epochs.length - 1))),
  };
}
