import * as Plot from '@observablehq/plot';
import { decimals } from '../../lib/text/number.js';
import type { Computed } from '../computed.js';
import { element } from '../element.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { diagonal } from '../marks.js';
import { isNarrow } from '../panels.js';
import type { LiveKnown, LiveKnownSettings } from './live-known.js';

/** Two images whose information is known, and where the estimates of it lie beside the diagonal: empty at first. */
export function liveFigure(known: Computed<LiveKnownSettings, LiveKnown>, width: number): Drawing {
  const { information } = known.settings;
  const { estimates = [], images = [] } = known.snapshot ?? {};
  const narrow = isNarrow(width);
  const side = narrow ? (width - 12) / 2 : Math.min(200, width / 4);
  const points = estimates.map(({ value, standardError }) => ({
    information,
    value,
    low: value - standardError,
    high: value + standardError,
  }));
  const scatter = Plot.plot({
    ...figureStyle,
    width: narrow ? width : width - 2 * side - 32,
    height: narrow ? 260 : side + 60,
    grid: true,
    x: { label: 'True information (nats) →', domain: [0, 10] },
    y: { label: '↑ Estimate (nats)', domain: [Math.min(-1, ...points.map(({ value }) => value)), 11] },
    marks: [
      diagonal(0, 10),
      Plot.ruleX(points, {
        x: 'information',
        y1: 'low',
        y2: 'high',
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
  const plot = element(
    'div',
    { style: 'display: flex; flex-wrap: wrap; gap: 8px; align-items: center' },
    picture(images[0], 'an image X', side),
    picture(images[1], 'its image Y', side),
    scatter,
  );
  if (estimates.length === 0) return { plot, title: `True: ${information} nats.` };
  const told = estimates.map(({ value }) => decimals(value, 2)).join(', ');
  const error = decimals(estimates[0].standardError, 2);
  return {
    plot,
    rows: points,
    title: `True: ${information} nats. Estimated: ${told}; told standard errors ± ${error}.`,
  };
}

function picture(values: Float64Array | undefined, name: string, side: number): SVGElement | HTMLElement {
  const size = Math.sqrt(values?.length ?? 1);
  const column = (_: number, index: number) => index % size;
  const row = (_: number, index: number) => Math.floor(index / size);
  return Plot.plot({
    style: figureStyle.style,
    margin: 2,
    marginTop: 22,
    width: side,
    height: side + 20,
    axis: null,
    opacity: { type: 'identity' },
    x: { domain: [0, size] },
    y: { domain: [size, 0] },
    marks: [
      Plot.rect(Array.from(values ?? []), {
        x1: column,
        x2: (...pixel) => column(...pixel) + 1,
        y1: row,
        y2: (...pixel) => row(...pixel) + 1,
        fill: 'var(--ink)',
        fillOpacity: (value: number) => value,
        shapeRendering: 'crispEdges',
      }),
      Plot.frame({ stroke: 'var(--rule)' }),
      Plot.text([name], { frameAnchor: 'top', dy: -14, text: (text: string) => text }),
    ],
  });
}
