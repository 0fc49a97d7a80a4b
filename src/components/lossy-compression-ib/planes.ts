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

/** Information planes, a panel a layer: the path through training, coloured by how fast the loss falls. */
export function planes(
  paths: readonly PathPoint[],
  { until, errors }: PlanesSettings,
  width: number,
): HTMLElement {
  const columns = isNarrow(width) ? 1 : 2;
  const panels = layers.ids.filter((id) => paths.some(({ layer }) => layer === id));
  const facet = {
    fx: ({ layer }: { layer: string }) => panels.findIndex((id) => id === layer) % columns,
    fy: ({ layer }: { layer: string }) => Math.floor(panels.findIndex((id) => id === layer) / columns),
  };
  const point = { ...facet, x: 'i_xl', y: 'i_ly' } as const;
  const bar = { ...facet, stroke: 'var(--ink-soft)', strokeOpacity: 0.35, clip: true } as const;
  const drawn = paths.filter(({ step }) => step <= until);
  const last = Math.max(...drawn.map(({ step }) => step));
  const most = Math.max(...paths.map(({ change }) => -change), 0.01);
  const plot = Plot.plot({
    ...figureStyle,
    width,
    height: 60 + Math.ceil(panels.length / columns) * (columns === 1 ? 210 : 250),
    grid: true,
    fx: { axis: null, padding: 0.06 },
    fy: { axis: null, padding: 0.14 },
    x: { label: 'I(X; L) (nats) →', nice: true, domain: extent(paths.map(({ i_xl }) => i_xl)), ticks: 5 },
    y: { label: '↑ I(L; Y) (nats)', nice: true, domain: extent(paths.map(({ i_ly }) => i_ly)), ticks: 5 },
    color: { type: 'linear', domain: [0, most], clamp: true, interpolate: sequential },
    marks: [
      Plot.frame({ stroke: 'var(--rule)' }),
      Plot.text(
        panels.map((layer) => ({ layer })),
        {
          ...facet,
          text: ({ layer }: { layer: string }) => layers.label(layer),
          frameAnchor: 'top-left',
          dy: -12,
          fontWeight: 'bold',
        },
      ),
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
      Plot.line(drawn, { ...point, z: 'layer', stroke: 'var(--ink-soft)', strokeWidth: 1 }),
      Plot.dot(drawn, {
        ...point,
        fill: ({ change }: PathPoint) => Math.max(0, -change),
        stroke: 'var(--ink-soft)',
        strokeWidth: 0.6,
        r: 4.5,
        channels: { step: 'step', loss: 'loss' },
        tip: { format: { fx: false, fy: false, x: '.2f', y: '.2f', fill: false, loss: '.2f' } },
      }),
      Plot.dot(
        drawn.filter(({ step }) => step === last),
        { ...point, stroke: 'var(--ink)', strokeWidth: 2.2, r: 7 },
      ),
    ],
  });
  const legend = rampLegend({
    label: 'Fall of the loss since the checkpoint before (nats)',
    type: 'linear',
    domain: [0, most],
    interpolate: sequential,
  });
  return element('div', {}, legend, plot);
}

function extent(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
