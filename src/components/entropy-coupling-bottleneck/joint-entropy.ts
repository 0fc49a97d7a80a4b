import * as Plot from '@observablehq/plot';
import { escape, type ColumnTable } from 'arquero';
import { figureStyle } from '../figure-style.js';
import { seriesColors } from '../palette.js';

const names = ['greedy coupling', 'independent coupling'];

/** Joint entropies of random pairs of marginals above the bound that no coupling is below. */
export function jointEntropy(
  table: ColumnTable,
  { size, width }: { size: number; width: number },
): SVGElement | HTMLElement {
  const pairs = table.filter(escape((row: { size: number }) => row.size === size)).objects() as Record<
    'greedy' | 'independent' | 'least',
    number
  >[];
  const rows = pairs.flatMap(({ greedy, independent, least }) => [
    { least, entropy: greedy, name: names[0] },
    { least, entropy: independent, name: names[1] },
  ]);
  const [low, high] = [
    Math.min(...pairs.map(({ least }) => least)),
    Math.max(...pairs.map(({ least }) => least)),
  ];
  return Plot.plot({
    ...figureStyle,
    width: Math.min(width, 620),
    height: 360,
    grid: true,
    x: { label: 'Larger marginal entropy, the lower bound (bits) →', nice: true, ticks: 5 },
    y: { label: '↑ Joint entropy (bits)', nice: true },
    color: { domain: names, range: [seriesColors[0], seriesColors[1]] },
    symbol: { domain: names, range: ['circle', 'square'], legend: true },
    marks: [
      Plot.link([{}], { x1: low, y1: low, x2: high, y2: high, stroke: 'var(--ink)', strokeDasharray: '4 3' }),
      Plot.dot(rows, {
        x: 'least',
        y: 'entropy',
        stroke: 'name',
        symbol: 'name',
        r: pairs.length > 200 ? 2 : 3,
        tip: { format: { symbol: false, x: '.3f', y: '.3f' } },
      }),
    ],
  });
}
