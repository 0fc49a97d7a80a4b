import * as Plot from '@observablehq/plot';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { type LiveKnown, liveSize } from './live-known.js';

/** Two images whose information is known, and where the estimates of it lie beside the diagonal. */
export function liveFigure(
  { estimates, images }: LiveKnown,
  { information, width }: { readonly information: number; readonly width: number },
): HTMLElement {
  const narrow = width < 620;
  const side = narrow ? (width - 12) / 2 : Math.min(200, width / 4);
  const picture = (values: Float64Array, name: string) =>
    Plot.plot({
      ...figureStyle,
      margin: 2,
      marginTop: 22,
      width: side,
      height: side + 20,
      axis: null,
      opacity: { type: 'identity' },
      x: { domain: [0, liveSize] },
      y: { domain: [liveSize, 0] },
      marks: [
        Plot.rect(Array.from(values), {
          x1: (_: number, i: number) => i % liveSize,
          x2: (_: number, i: number) => (i % liveSize) + 1,
          y1: (_: number, i: number) => Math.floor(i / liveSize),
          y2: (_: number, i: number) => Math.floor(i / liveSize) + 1,
          fill: 'var(--ink)',
          fillOpacity: (value: number) => value,
          shapeRendering: 'crispEdges',
        }),
        Plot.frame({ stroke: 'var(--rule)' }),
        Plot.text([name], { frameAnchor: 'top', dy: -14, text: (text: string) => text }),
      ],
    });
  const points = estimates.map(({ value, standardError }) => ({ information, value, standardError }));
  const scatter = Plot.plot({
    ...figureStyle,
    width: narrow ? width : width - 2 * side - 32,
    height: narrow ? 260 : side + 60,
    grid: true,
    x: { label: 'True information (nats) →', domain: [0, 10] },
    y: { label: '↑ Estimate (nats)', domain: [Math.min(-1, ...points.map((p) => p.value)), 11] },
    marks: [
      Plot.link([{}], { x1: 0, y1: 0, x2: 10, y2: 10, stroke: 'var(--ink)', strokeDasharray: '4 3' }),
      Plot.ruleX(points, {
        x: 'information',
        y1: (p: { value: number; standardError: number }) => p.value - p.standardError,
        y2: (p: { value: number; standardError: number }) => p.value + p.standardError,
        stroke: 'var(--ours)',
        strokeOpacity: 0.5,
      }),
      Plot.dot(points, {
        x: 'information',
        y: 'value',
        stroke: 'var(--ours)',
        fill: 'var(--ground)',
        r: 5,
        strokeWidth: 2,
      }),
    ],
  });
  const [left, right] = [picture(images[0], 'an image X'), picture(images[1], 'its image Y')];
  return element(
    'div',
    { style: 'display: flex; flex-wrap: wrap; gap: 8px; align-items: center' },
    left,
    right,
    scatter,
  );
}
