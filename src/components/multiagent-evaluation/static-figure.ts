import * as Plot from '@observablehq/plot';
import type { ColumnTable } from 'arquero';
import { figureStyle } from '../figure-style.js';

/** How often the response graph is wrong, by how much of the static bound was sampled. */
export function staticFigure(
  sampling: ColumnTable,
  { width }: { readonly width: number },
): SVGElement | HTMLElement {
  const runs = sampling.objects() as { divisor: number; edge_errors: number; delta: number }[];
  const divisors = [...new Set(runs.map(({ divisor }) => divisor))];
  const rows = divisors.map((divisor) => {
    const of = runs.filter((run) => run.divisor === divisor);
    const share = of.filter((run) => run.edge_errors > 0).length / of.length;
    return { samples: divisor === 1 ? 'N' : `N/${divisor}`, share, games: of.length };
  });
  return Plot.plot({
    ...figureStyle,
    marginLeft: 60,
    width,
    height: 220,
    x: {
      label: 'Share of games whose response graph is wrong →',
      domain: [0, 0.6],
      tickFormat: '.0%',
      grid: true,
    },
    y: { label: null, domain: rows.map(({ samples }) => samples) },
    marks: [
      Plot.ruleX([runs[0].delta], { stroke: 'var(--ink)', strokeDasharray: '4 3' }),
      Plot.text([`δ = ${runs[0].delta}`], {
        x: runs[0].delta,
        frameAnchor: 'top',
        dy: -14,
        text: (text: string) => text,
      }),
      Plot.ruleY(rows, { x1: 0, x2: 'share', y: 'samples', stroke: 'var(--ours)', strokeWidth: 8 }),
      Plot.dot(rows, {
        x: 'share',
        y: 'samples',
        fill: 'var(--ours)',
        r: 5,
        channels: { games: 'games' },
        tip: { format: { x: '.1%' } },
      }),
      Plot.text(rows, {
        x: 'share',
        y: 'samples',
        text: (row: { share: number }) => `${(100 * row.share).toFixed(1)} %`,
        textAnchor: 'start',
        dx: 10,
      }),
    ],
  });
}
