import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import type { PathPoint } from './paths.js';
import { layerLabels } from './series.js';

export interface PlanesOptions {
  /** The last step that is drawn. */
  readonly until: number;
  readonly errors: boolean;
  readonly width: number;
}

/** Information planes, a panel a layer: the path through training, coloured by how fast the loss falls. */
export function planes(
  paths: readonly PathPoint[],
  { until, errors, width }: PlanesOptions,
): SVGElement | HTMLElement {
  const columns = width < 520 ? 1 : width < 820 ? 2 : 3;
  const layers = [...new Set(paths.map(({ layer }) => layer))];
  const place = ({ layer }: { layer: string }) => layers.indexOf(layer);
  const facet = {
    fx: (point: PathPoint) => place(point) % columns,
    fy: (point: PathPoint) => Math.floor(place(point) / columns),
  };
  const drawn = paths.filter(({ step }) => step <= until);
  const last = Math.max(...drawn.map(({ step }) => step));
  const rows = Math.ceil(layers.length / columns);
  return Plot.plot({
    ...figureStyle,
    width,
    height: 60 + rows * (columns === 1 ? 210 : 250),
    grid: true,
    fx: { axis: null, padding: 0.06 },
    fy: { axis: null, padding: 0.14 },
    x: { label: 'I(X; L) (nats) →', nice: true, domain: extent(paths.map(({ i_xl }) => i_xl)), ticks: 5 },
    y: { label: '↑ I(L; Y) (nats)', nice: true, domain: extent(paths.map(({ i_ly }) => i_ly)), ticks: 5 },
    color: {
      type: 'linear',
      scheme: 'viridis',
      reverse: true,
      domain: [0, Math.max(...paths.map(({ change }) => -change), 0.01)],
      clamp: true,
      legend: true,
      label: 'Fall of the loss since the checkpoint before (nats)',
    },
    marks: [
      Plot.frame({ stroke: 'var(--rule)' }),
      Plot.text(
        layers.map((layer) => ({ layer })),
        {
          fx: (d: { layer: string }) => place(d) % columns,
          fy: (d: { layer: string }) => Math.floor(place(d) / columns),
          text: (d: { layer: string }) => layerLabels[d.layer] ?? d.layer,
          frameAnchor: 'top-left',
          dy: -12,
          fontWeight: 'bold',
        },
      ),
      errors
        ? [
            Plot.ruleX(drawn, {
              ...facet,
              x: 'i_xl',
              y1: (p: PathPoint) => p.i_ly - p.se_ly,
              y2: (p: PathPoint) => p.i_ly + p.se_ly,
              stroke: 'var(--ink-soft)',
              strokeOpacity: 0.35,
              clip: true,
            }),
            Plot.ruleY(drawn, {
              ...facet,
              y: 'i_ly',
              x1: (p: PathPoint) => p.i_xl - p.se_xl,
              x2: (p: PathPoint) => p.i_xl + p.se_xl,
              stroke: 'var(--ink-soft)',
              strokeOpacity: 0.35,
              clip: true,
            }),
          ]
        : null,
      Plot.line(drawn, {
        ...facet,
        x: 'i_xl',
        y: 'i_ly',
        z: 'layer',
        stroke: 'var(--ink-soft)',
        strokeWidth: 1,
      }),
      Plot.dot(drawn, {
        ...facet,
        x: 'i_xl',
        y: 'i_ly',
        fill: (point: PathPoint) => Math.max(0, -point.change),
        stroke: 'var(--ink-soft)',
        strokeWidth: 0.6,
        r: 4.5,
        channels: { step: 'step', loss: 'loss' },
        tip: { format: { fx: false, fy: false, x: '.2f', y: '.2f', fill: false, loss: '.2f' } },
      }),
      Plot.dot(
        drawn.filter(({ step }) => step === last),
        { ...facet, x: 'i_xl', y: 'i_ly', stroke: 'var(--ink)', strokeWidth: 2.2, r: 7 },
      ),
    ],
  });
}

function extent(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
