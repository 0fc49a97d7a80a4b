import * as Plot from '@observablehq/plot';
import { decimals } from '../../lib/text/number.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { panels } from '../panels.js';
import { liveDiffusion, type LiveDiffusionSettings, reach } from './live-diffusion.js';

/** How many of the eigenvalues are drawn. */
const shown = 16;

/** The points, coloured by the second eigenvector, beside the largest eigenvalues, and both entropies in the title. */
export function liveDiffusionFigure(settings: LiveDiffusionSettings, width: number): Drawing {
  const { clusters, bins } = settings;
  const { points, powers, dse, cse } = liveDiffusion(settings);
  const bars = Array.from(powers.subarray(0, shown), (power, i) => ({ rank: i + 1, power }));
  const plot = panels(width, {
    draw: (panel) => [
      Plot.plot({
        ...figureStyle,
        width: panel,
        height: panel,
        x: { label: 'First coordinate →', domain: [-reach, reach] },
        y: { label: '↑ Second coordinate', domain: [-reach, reach] },
        marks: [
          Plot.dot(points, {
            x: 'x',
            y: 'y',
            r: 3.5,
            clip: true,
            strokeWidth: 1.75,
            stroke: ({ second }: (typeof points)[number]) => blend((second + 1) / 2),
            symbol: ({ second }: (typeof points)[number]) => (second < 0 ? 'square' : 'circle'),
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
            x: 'rank',
            y: 'power',
            fill: ({ rank }: (typeof bars)[number]) =>
              rank <= clusters ? 'var(--series-1)' : 'var(--rule-strong)',
          }),
          Plot.ruleY([0], { stroke: 'var(--rule-strong)' }),
        ],
      }),
    ],
  });
  return {
    plot,
    title: `DSE ${decimals(dse, 2)} bits; log₂ ${clusters} = ${decimals(Math.log2(clusters), 2)}; CSE of ${bins} bins a coordinate ${decimals(cse, 2)}.`,
  };
}

/** From orange at 0 to blue at 1, in the colours of the page's own light or dark palette. */
function blend(share: number): string {
  return `color-mix(in oklab, var(--series-1) ${Math.round(100 * share)}%, var(--series-2))`;
}
