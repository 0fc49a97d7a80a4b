import * as Plot from '@observablehq/plot';
import { decimals } from '../../lib/text/number.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { panels } from '../panels.js';
import { ordered } from '../ramp.js';
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
            stroke: ({ second }: (typeof points)[number]) => ordered((1 - second) / 2),
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
    rows: points.map((point) => ({ ...point })),
    title: `DSE ${decimals(dse, 2)} bits; log₂ ${clusters} = ${decimals(Math.log2(clusters), 2)}; CSE of ${bins} bins a coordinate ${decimals(cse, 2)}.`,
  };
}
