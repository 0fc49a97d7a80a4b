import * as Plot from '@observablehq/plot';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { type LiveDiffusion, reach } from './live-diffusion.js';

/** How many of the eigenvalues are drawn. */
const shown = 16;

/** The points, coloured by the second eigenvector, beside the largest eigenvalues. */
export function liveDiffusionFigure(
  { points, powers }: LiveDiffusion,
  { clusters, width }: { readonly clusters: number; readonly width: number },
): HTMLElement {
  const panel = width < 560 ? width : (width - 16) / 2;
  const bars = Array.from(powers.subarray(0, shown), (power, i) => ({ rank: i + 1, power }));
  return element(
    'div',
    { class: 'panels' },
    Plot.plot({
      ...figureStyle,
      width: panel,
      height: panel,
      x: { label: 'First coordinate →', domain: [-reach, reach] },
      y: { label: '↑ Second coordinate', domain: [-reach, reach] },
      marks: [
        Plot.dot(points, {
          ...{ x: 'x', y: 'y', r: 3.5, clip: true, strokeWidth: 1.75 },
          stroke: ({ second }: { second: number }) => blend((second + 1) / 2),
          symbol: ({ second }: { second: number }) => (second < 0 ? 'square' : 'circle'),
        }),
      ],
    }),
    Plot.plot({
      ...figureStyle,
      width: panel,
      height: panel,
      grid: true,
      x: { type: 'band', label: 'Eigenvalue, largest first →', ticks: [1, 4, 8, 12, 16] },
      y: { label: '↑ |λ| to the power t', domain: [0, 1] },
      marks: [
        Plot.barY(bars, {
          ...{ x: 'rank', y: 'power' },
          fill: ({ rank }: { rank: number }) => (rank <= clusters ? 'var(--series-1)' : 'var(--rule-strong)'),
        }),
        Plot.ruleY([0], { stroke: 'var(--rule-strong)' }),
      ],
    }),
  );
}

/** From orange at 0 to blue at 1, in the colours of the page's own light or dark palette. */
function blend(share: number): string {
  return `color-mix(in oklab, var(--series-1) ${Math.round(100 * share)}%, var(--series-2))`;
}
