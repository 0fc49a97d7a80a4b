import * as Plot from '@observablehq/plot';
import { extent } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { count } from '../../lib/text/number.js';
import type { tables } from '../../papers/entropy-coupling-bottleneck/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { diagonal, dots } from '../marks.js';
import { couplings } from './series.js';

/** Joint entropies of random pairs of marginals above the bound that no coupling is below. */
export function jointEntropy(
  rows: RowsOf<typeof tables>['joint_entropy'],
  size: number,
  width: number,
): Drawing {
  const pairs = rows.filter((row) => row.size === size);
  const marks = couplings.ids.flatMap((coupling) =>
    pairs.map((pair) => ({ least: pair.least, entropy: pair[coupling], coupling })),
  );
  const [low, high] = extent(pairs, ({ least }) => least) as [number, number];
  const plot = Plot.plot({
    ...figureStyle,
    width: Math.min(width, 620),
    height: 360,
    grid: true,
    x: { label: 'Larger marginal entropy, the lower bound (bits) →', nice: true, ticks: 5 },
    y: { label: '↑ Joint entropy (bits)', nice: true },
    ...couplings.scales(),
    marks: [
      diagonal(low, high),
      dots(marks, {
        x: 'least',
        y: 'entropy',
        by: 'coupling',
        series: couplings,
        fill: 'none',
        r: pairs.length > 200 ? 2 : 3,
        tip: { format: { symbol: false, x: '.3f', y: '.3f' } },
      }),
    ],
  });
  return { plot, title: `Joint entropy of random marginals, ${count(size)} symbols each.` };
}
