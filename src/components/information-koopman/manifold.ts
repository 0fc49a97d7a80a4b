import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import { type Named, variantLabel } from './variants.js';

export interface LatentRow extends Named {
  readonly trajectory: number;
  readonly step: number;
  readonly pc1: number;
  readonly pc2: number;
  readonly pc3: number;
  readonly phase: number;
  readonly level: number;
}

export interface ManifoldOptions {
  readonly system: string;
  readonly variants: readonly string[];
  readonly seed: number;
  /** Degrees about the vertical axis, and of the view above the horizon. */
  readonly yaw: number;
  readonly pitch: number;
  readonly fill: 'phase' | 'level';
  readonly width: number;
}

/** A point as it is seen from a side, orthographically: to the right, upwards, and towards the reader. */
export function turned(
  [x, y, z]: readonly [number, number, number],
  yaw: number,
  pitch: number,
): [number, number, number] {
  const [a, b] = [(yaw * Math.PI) / 180, (pitch * Math.PI) / 180];
  const right = x * Math.cos(a) - y * Math.sin(a);
  const away = x * Math.sin(a) + y * Math.cos(a);
  return [right, z * Math.cos(b) + away * Math.sin(b), z * Math.sin(b) - away * Math.cos(b)];
}

interface Seen {
  readonly variant: string;
  readonly right: number;
  readonly up: number;
  readonly near: number;
  readonly phase: number;
  readonly level: number;
}

/** Axes of a cube about the origin, with their names. */
const axes = (['first', 'second', 'third'] as const).map((name, i) => ({
  name,
  end: [0, 1, 2].map((at) => Number(at === i)) as [number, number, number],
}));

/**
 * Latents along their first three principal components, each variant in a panel of its own and in units of its own
 * spread, seen from a side that the reader chooses.
 */
export function manifoldFigure(
  rows: readonly LatentRow[],
  { system, variants, seed, yaw, pitch, fill, width }: ManifoldOptions,
): Element {
  const columns = Math.min(variants.length, width < 560 ? 2 : 3);
  const lines = Math.ceil(variants.length / columns);
  const fx = ({ variant }: { variant: string }) => variants.indexOf(variant) % columns;
  const fy = ({ variant }: { variant: string }) => Math.floor(variants.indexOf(variant) / columns);
  const points = variants.flatMap((variant): Seen[] => {
    const of = rows.filter((row) => row.system === system && row.variant === variant && row.seed === seed);
    const spread = Math.sqrt(of.reduce((sum, { pc1 }) => sum + pc1 * pc1, 0) / Math.max(1, of.length)) || 1;
    return of.map(({ pc1, pc2, pc3, phase, level }) => {
      const [right, up, near] = turned([pc1 / spread, pc2 / spread, pc3 / spread], yaw, pitch);
      return { variant, right, up, near, phase, level };
    });
  });
  // What is near is drawn over what is far.
  points.sort((a, b) => a.near - b.near);
  const arms = variants.flatMap((variant) =>
    axes.map(({ name, end }) => {
      const [right, up] = turned(end, yaw, pitch);
      return { variant, name, right: 1.9 * right, up: 1.9 * up };
    }),
  );
  const side = (width - 16) / columns;
  return Plot.plot({
    ...figureStyle,
    marginTop: 4,
    marginRight: 4,
    marginBottom: 4,
    marginLeft: 4,
    width,
    height: lines * Math.min(side, 340) + 8,
    fx: { axis: null, padding: 0.04 },
    fy: { axis: null, padding: 0.08 },
    x: { axis: null, domain: [-2.9, 2.9] },
    y: { axis: null, domain: [-2.9, 2.9] },
    color: { ...colors(system, fill), legend: true },
    marks: [
      Plot.frame({ stroke: 'var(--rule)' }),
      Plot.arrow(arms, { x1: 0, y1: 0, x2: 'right', y2: 'up', fx, fy, stroke: 'var(--rule-strong)', headLength: 5 }),
      Plot.text(arms, { x: (arm: { right: number }) => 1.12 * arm.right, y: (arm: { up: number }) => 1.12 * arm.up, text: (arm: { name: string }) => arm.name, fx, fy, fill: 'var(--ink-soft)', fontSize: 11 }),
      Plot.dot(points, { x: 'right', y: 'up', fx, fy, fill, r: 2.2, clip: true }),
      Plot.text(variants.map((variant) => ({ variant })), { text: ({ variant }: { variant: string }) => variantLabel(variant), fx, fy, frameAnchor: 'top', dy: 5, fontWeight: 600, fontSize: side < 200 ? 11 : 13, fill: 'var(--ink)' }),
    ],
  }); // prettier-ignore
}

/** The part of viridis that stands out on a light page and on a dark one. */
const range = [0.25, 0.9];

/** A pendulum that does not turn over has no angle twice; the phase of the street begins again after each turn. */
function colors(system: string, fill: ManifoldOptions['fill']) {
  const pendulum = system === 'pendulum';
  if (fill === 'level') {
    const label = pendulum ? 'Energy of the pendulum' : 'Distance from the centre of that plane';
    return { type: 'linear', scheme: 'viridis', range, label } as const;
  }
  return pendulum
    ? ({
        type: 'linear',
        scheme: 'viridis',
        range,
        domain: [-2.8, 2.8],
        ticks: [-2, -1, 0, 1, 2],
        label: 'Angle of the pendulum (rad)',
      } as const)
    : ({
        type: 'cyclical',
        scheme: 'rainbow',
        domain: [-Math.PI, Math.PI],
        label: 'Phase in the plane of the first two coordinates (rad)',
      } as const);
}
