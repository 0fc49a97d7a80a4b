import * as Plot from '@observablehq/plot';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { isNarrow } from '../panels.js';
import { rampLegend, sequential } from '../ramp.js';
import type { PathPoint } from './paths.js';
import { layers } from './series.js';

export interface PlanesSettings {
  /** The last step that is drawn. */
  readonly until: number;
  /** Whether bars of one standard error are drawn. */
  readonly errors: boolean;
}

interface PanelOptions extends PlanesSettings {
  readonly layer: string;
  readonly width: number;
  readonly height: number;
  /** Whether it has names of its axes: small ones share those of the large one. */
  readonly isLarge: boolean;
}

/**
 * Information planes: the path of each layer through training, coloured by how fast the loss falls. The output, of which
 * the paper's claims are, has a large panel; the layers before it have small ones with the same axes.
 */
export function planes(paths: readonly PathPoint[], settings: PlanesSettings, width: number): HTMLElement {
  const shown = layers.ids.filter((id) => paths.some(({ layer }) => layer === id));
  const output = shown[shown.length - 1];
  const columns = isNarrow(width) ? 2 : 4;
  const small = Math.floor((width - (columns - 1) * gap) / columns);
  const legend = rampLegend({
    label: 'Fall of the loss since the checkpoint before (nats)',
    type: 'linear',
    domain: [0, fastest(paths)],
    interpolate: sequential,
  });
  return element(
    'div',
    {},
    legend,
    panel(paths, { ...settings, layer: output, width, height: isNarrow(width) ? 280 : 340, isLarge: true }),
    element(
      'div',
      { class: 'panels' },
      shown
        .filter((id) => id !== output)
        .map((layer) => panel(paths, { ...settings, layer, width: small, height: 190, isLarge: false })),
    ),
  );
}

/** Pixels between two small panels, as `figure.css` has it. */
const gap = 16;

const fastest = (paths: readonly PathPoint[]) => Math.max(...paths.map(({ change }) => -change), 0.01);

function panel(
  paths: readonly PathPoint[],
  { layer, until, errors, width, height, isLarge }: PanelOptions,
): SVGElement | HTMLElement {
  const point = { x: 'i_xl', y: 'i_ly' } as const;
  const bar = { stroke: 'var(--ink-soft)', strokeOpacity: 0.35, clip: true } as const;
  const drawn = paths.filter((row) => row.layer === layer && row.step <= until);
  const last = Math.max(...drawn.map(({ step }) => step));
  const axis = { nice: true, ticks: isLarge ? 5 : 3 };
  return Plot.plot({
    ...figureStyle,
    marginTop: isLarge ? 44 : 26,
    ...(isLarge ? {} : { marginRight: 8, marginBottom: 26, marginLeft: 34 }),
    width,
    height,
    grid: true,
    x: { ...axis, label: isLarge ? 'I(X; L) (nats) →' : null, domain: extent(paths.map(({ i_xl }) => i_xl)) },
    y: { ...axis, label: isLarge ? '↑ I(L; Y) (nats)' : null, domain: extent(paths.map(({ i_ly }) => i_ly)) },
    color: { type: 'linear', domain: [0, fastest(paths)], interpolate: sequential },
    marks: [
      Plot.frame({ stroke: 'var(--rule)' }),
      Plot.text([layers.label(layer)], {
        frameAnchor: 'top-left',
        lineAnchor: 'bottom',
        dy: -6,
        fontWeight: 'bold',
      }),
      errors
        ? [
            Plot.ruleX(drawn, {
              ...bar,
              x: 'i_xl',
              y1: ({ i_ly, se_ly }: PathPoint) => i_ly - se_ly,
              y2: ({ i_ly, se_ly }: PathPoint) => i_ly + se_ly,
            }),
            Plot.ruleY(drawn, {
              ...bar,
              y: 'i_ly',
              x1: ({ i_xl, se_xl }: PathPoint) => i_xl - se_xl,
              x2: ({ i_xl, se_xl }: PathPoint) => i_xl + se_xl,
            }),
          ]
        : null,
      Plot.line(drawn, { ...point, stroke: 'var(--ink-soft)', strokeWidth: 1 }),
      Plot.dot(drawn, {
        ...point,
        fill: ({ change }: PathPoint) => Math.max(0, -change),
        stroke: 'var(--ink-soft)',
        strokeWidth: 0.6,
        r: isLarge ? 4.5 : 3.5,
        channels: { step: 'step', loss: 'loss' },
        tip: { format: { x: '.2f', y: '.2f', fill: false, loss: '.2f' } },
      }),
      Plot.dot(
        drawn.filter(({ step }) => step === last),
        { ...point, stroke: 'var(--ink)', strokeWidth: 2.2, r: isLarge ? 7 : 5.5 },
      ),
    ],
  });
}

function extent(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
