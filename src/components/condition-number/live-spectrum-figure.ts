import * as Plot from '@observablehq/plot';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import type { LiveSpectrum, PlanePoint } from './live-spectrum.js';

/** Points in the plane of the most and the least stretched direction, before and after tanh, and the entropies. */
export function liveSpectrumFigure(live: LiveSpectrum, { width }: { readonly width: number }): HTMLElement {
  const narrow = width < 620;
  const panel = narrow ? width : (width - 16) / 2;
  // tanh keeps points within ±1: a scale of their own shows where they crowd.
  const cloud = (stage: PlanePoint['stage'], reach: number) =>
    Plot.plot({
      ...figureStyle,
      width: panel,
      height: Math.min(panel, 340),
      grid: true,
      x: { label: `Most stretched direction, ${stage} →`, domain: [-reach, reach] },
      y: { label: '↑ Least stretched direction', domain: [-reach, reach] },
      marks: [
        Plot.dot(
          live.points.filter((point) => point.stage === stage),
          {
            x: 'largest',
            y: 'smallest',
            stroke: stage === 'before tanh' ? 'var(--ours)' : 'var(--series-2)',
            symbol: stage === 'before tanh' ? 'circle' : 'diamond',
            r: 1.75,
            strokeOpacity: 0.55,
            clip: true,
          },
        ),
      ],
    });
  return element(
    'div',
    {},
    element('div', { class: 'panels' }, cloud('before tanh', 5), cloud('after tanh', 1.1)),
    entropies(live, width),
  );
}

function entropies(
  { entropy, bound, largest, afterTanh }: LiveSpectrum,
  width: number,
): SVGElement | HTMLElement {
  const rows = [
    { name: 'largest at this norm', value: largest },
    { name: 'bound at this κ', value: bound },
    { name: 'entropy', value: entropy },
    { name: 'after tanh', value: afterTanh },
  ];
  return Plot.plot({
    ...figureStyle,
    marginLeft: 150,
    marginRight: 60,
    width,
    height: 180,
    x: { label: 'Nats →', grid: true, domain: [Math.min(-2, afterTanh), Math.max(8, largest)] },
    y: { domain: rows.map(({ name }) => name), label: null, tickSize: 0 },
    marks: [
      Plot.ruleX([0], { stroke: 'var(--ink-soft)' }),
      Plot.barX(rows, {
        x: 'value',
        y: 'name',
        fill: ({ name }: { name: string }) =>
          name === 'entropy'
            ? 'var(--ours)'
            : name === 'after tanh'
              ? 'var(--series-2)'
              : 'var(--rule-strong)',
        inset: 4,
      }),
      Plot.text(rows, {
        x: ({ value }: { value: number }) => Math.max(0, value),
        y: 'name',
        text: ({ value }: { value: number }) => value.toFixed(3).replace('-', '−'),
        textAnchor: 'start',
        dx: 6,
        fill: 'var(--ink)',
      }),
    ],
  });
}
