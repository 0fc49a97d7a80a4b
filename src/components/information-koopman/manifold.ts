import * as Plot from '@observablehq/plot';
import { extent } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import type { SystemId, tables } from '../../papers/information-koopman/tables.js';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { isNarrow } from '../panels.js';
import { cyclic, ordered, rampLegend, type RampOptions } from '../ramp.js';
import { facets, facetTitles } from './facets.js';
import { selected, type Selection } from './series.js';

export interface ManifoldSettings extends Selection {
  readonly seed: number;
  /** Degrees about the vertical axis, and of the view above the horizon. */
  readonly yaw: number;
  readonly pitch: number;
  readonly fill: 'phase' | 'level';
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

/** An axis as it is seen. */
interface Arm {
  readonly variant: string;
  readonly name: string;
  readonly right: number;
  readonly up: number;
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
  latents: RowsOf<typeof tables>['latents'],
  { seed, yaw, pitch, fill, ...selection }: ManifoldSettings,
  width: number,
): HTMLElement {
  const rows = selected(latents, selection).filter((row) => row.seed === seed);
  const layout = facets(rows, isNarrow(width) ? 2 : 3);
  const { names, lines, columns, fx, fy } = layout;
  const points = names.flatMap((variant): Seen[] => {
    const own = rows.filter((row) => row.variant === variant);
    const spread = Math.sqrt(own.reduce((sum, { pc1 }) => sum + pc1 * pc1, 0) / own.length) || 1;
    return own.map(({ pc1, pc2, pc3, phase, level }) => {
      const [right, up, near] = turned([pc1 / spread, pc2 / spread, pc3 / spread], yaw, pitch);
      return { variant, right, up, near, phase, level };
    });
  });
  // What is near is drawn over what is far.
  points.sort((a, b) => a.near - b.near);
  const arms = names.flatMap((variant) =>
    axes.map(({ name, end }): Arm => {
      const [right, up] = turned(end, yaw, pitch);
      return { variant, name, right: 1.9 * right, up: 1.9 * up };
    }),
  );
  const ramp = rampOf(rows, selection.system, fill);
  const plot = Plot.plot({
    ...figureStyle,
    marginTop: 26,
    marginRight: 4,
    marginBottom: 4,
    marginLeft: 4,
    width,
    height: lines * Math.min((width - 16) / columns + 22, 340) + 30,
    fx: { axis: null, padding: 0.04 },
    fy: { axis: null, padding: 0.14 },
    x: { axis: null, domain: [-2.9, 2.9] },
    y: { axis: null, domain: [-2.9, 2.9] },
    color: { type: ramp.type, domain: ramp.domain, interpolate: ramp.interpolate },
    marks: [
      Plot.frame({ stroke: 'var(--rule)' }),
      Plot.arrow(arms, {
        x1: 0,
        y1: 0,
        x2: 'right',
        y2: 'up',
        fx,
        fy,
        stroke: 'var(--rule-strong)',
        headLength: 5,
      }),
      Plot.dot(points, { x: 'right', y: 'up', fx, fy, fill, r: 2.2, clip: true }),
      // Over the points, which would hide them.
      Plot.text(arms, {
        x: ({ right }: Arm) => 1.12 * right,
        y: ({ up }: Arm) => 1.12 * up,
        text: 'name',
        fx,
        fy,
        fill: 'var(--ink)',
        stroke: 'var(--ground)',
        strokeWidth: 3,
        fontSize: 11,
      }),
      facetTitles(layout, width - 16),
    ],
  });
  return element('div', {}, rampLegend(ramp), plot);
}

/** A pendulum that does not turn over has no angle twice; the phase of the street begins again after each turn. */
function rampOf(
  rows: RowsOf<typeof tables>['latents'],
  system: SystemId,
  fill: ManifoldSettings['fill'],
): RampOptions {
  const pendulum = system === 'pendulum';
  if (fill === 'level')
    return {
      type: 'linear',
      domain: extent(rows, ({ level }) => level) as [number, number],
      interpolate: ordered,
      label: pendulum ? 'Energy of the pendulum' : 'Distance from the centre of that plane',
    };
  return pendulum
    ? {
        type: 'linear',
        domain: [-2.8, 2.8],
        interpolate: ordered,
        ticks: [-2, -1, 0, 1, 2],
        label: 'Angle of the pendulum (rad)',
      }
    : {
        type: 'linear',
        domain: [-Math.PI, Math.PI],
        interpolate: cyclic,
        label: 'Phase in the plane of the first two coordinates (rad)',
      };
}
