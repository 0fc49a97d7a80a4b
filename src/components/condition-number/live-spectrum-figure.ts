import * as Plot from '@observablehq/plot';
import { decimals } from '../../lib/text/number.js';
import { element } from '../element.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { panels } from '../panels.js';
import { type LiveSpectrum, liveSpectrum, type LiveSpectrumSettings } from './live-spectrum.js';
import { stages } from './series.js';

/** Points in the plane of the most and the least stretched direction, before and after tanh, and the entropies. */
export function liveSpectrumFigure(settings: LiveSpectrumSettings, width: number): Drawing {
  const live = liveSpectrum(settings);
  const { kappa, logVolume, entropy, bound, sigmas, squaredNorm, afterTanh, information } = live;
  const nats = (value: number) => `${decimals(value, 3)} nats`;
  const plot = element(
    'div',
    {},
    panels(width, {
      // tanh keeps points within ±1: a scale of their own shows where they crowd.
      draw: (panel) => [cloud(live, 'before', 5, panel), cloud(live, 'after', 1.1, panel)],
    }),
    entropies(live, width),
  );
  return {
    plot,
    rows: stages.ids.flatMap((stage) => live.points[stage].map((point) => ({ stage, ...point }))),
    title: `κ = ${decimals(kappa, 2)}, Σ ln σ = ${decimals(logVolume, 3)}: entropy ${nats(entropy)}, of ${decimals(bound, 3)} at most at this κ.`,
    caption: `σ = ${Array.from(sigmas, (sigma) => decimals(sigma, 2)).join(', ')}, squared norm ${decimals(squaredNorm, 2)}. After tanh ${nats(afterTanh)} are left; through noise of deviation ${decimals(settings.noise, 2)} the output tells ${nats(information)} of the input. The first two buttons load the pair of the claim, with a fourth direction at 1: the second has the larger κ and the larger entropy.`,
  };
}

function cloud(
  { points }: LiveSpectrum,
  stage: (typeof stages.ids)[number],
  reach: number,
  width: number,
): SVGElement | HTMLElement {
  return Plot.plot({
    ...figureStyle,
    width,
    height: Math.min(width, 340),
    grid: true,
    x: { label: `Most stretched direction, ${stages.label(stage)} →`, domain: [-reach, reach] },
    y: { label: '↑ Least stretched direction', domain: [-reach, reach] },
    marks: [
      Plot.dot(points[stage], {
        x: 'largest',
        y: 'smallest',
        stroke: stages.color(stage),
        symbol: stages.symbol(stage),
        r: 1.75,
        strokeOpacity: 0.55,
        clip: true,
      }),
    ],
  });
}

function entropies(
  { entropy, bound, largest, afterTanh }: LiveSpectrum,
  width: number,
): SVGElement | HTMLElement {
  const other = 'var(--rule-strong)';
  const rows = [
    { name: 'largest at this norm', value: largest, fill: other },
    { name: 'bound at this κ', value: bound, fill: other },
    { name: 'entropy', value: entropy, fill: stages.color('before') },
    { name: 'after tanh', value: afterTanh, fill: stages.color('after') },
  ];
  return Plot.plot({
    ...figureStyle,
    marginLeft: 150,
    marginRight: 60,
    width,
    height: 180,
    x: { label: 'Nats →', grid: true, domain: [Math.min(-2, afterTanh), Math.max(8, largest)] },
    y: { domain: rows.map(({ name }) => name), label: null, tickSize: 0 },
    color: { type: 'identity' },
    marks: [
      Plot.ruleX([0], { stroke: 'var(--ink-soft)' }),
      Plot.barX(rows, { x: 'value', y: 'name', fill: 'fill', inset: 4 }),
      Plot.text(rows, {
        x: ({ value }: (typeof rows)[number]) => Math.max(0, value),
        y: 'name',
        text: ({ value }: (typeof rows)[number]) => decimals(value, 3),
        textAnchor: 'start',
        dx: 6,
        fill: 'var(--ink)',
      }),
    ],
  });
}
