import * as Plot from '@observablehq/plot';
import { extent, groups, mean, sort } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { count, decimals } from '../../lib/text/number.js';
import type { tables } from '../../papers/entropy-coupling-bottleneck/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { diagonal, dots } from '../marks.js';
import { couplings } from './series.js';

/** How far the two couplings lie above the bound, on average over the pairs of each size. */
export function excessInWords(rows: RowsOf<typeof tables>['joint_entropy']): string {
  const sizes = sort(
    groups(rows, ({ size }) => size),
    ([size]) => size,
  ).map(([size, pairs]) => ({
    size: count(size),
    excess: decimals(
      mean(pairs, ({ greedy, least }) => greedy - least)!,
      2,
    ),
    times: mean(pairs, ({ independent, greedy }) => independent / greedy)!,
  }));
  const [first, last] = [sizes[0], sizes[sizes.length - 1]];
  const times = extent(sizes, (own) => own.times).map((value) => decimals(value!, 1));
  return `the greedy one needs ${first.excess} bits more on average with ${first.size} symbols, ${last.excess} with ${last.size}; the independent one has ${times.join(' to ')} times as much as it`;
}

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
    width,
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
  const above = (coupling: 'greedy' | 'independent') =>
    decimals(
      mean(pairs, (pair) => pair[coupling] - pair.least)!,
      2,
    );
  return {
    plot,
    title: `Joint entropy of random marginals, ${count(size)} symbols each.`,
    alternative: `Scatter plot of joint entropy against its lower bound. Greedy couplings lie ${above('greedy')} bits above the diagonal on average, independent ones ${above('independent')}.`,
  };
}
