import * as Plot from '@observablehq/plot';
import { mean } from '../../lib/experiment/measuring.js';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { seriesColors, seriesDashes, seriesSymbols } from '../palette.js';
import { estimatorNames } from './names.js';
import { distinct, type ReadingRow } from './rows.js';

export interface RulersOptions {
  readonly activation: string;
  readonly layer: number;
  readonly width: number;
}

const ids = Object.keys(estimatorNames);

/** What four estimators say of one layer while it trains, above the scale of its activations. */
export function rulers(
  rows: readonly ReadingRow[],
  { activation, layer, width }: RulersOptions,
): HTMLElement {
  const own = rows.filter((row) => row.activation === activation && row.layer === layer);
  const means = distinct(own, 'epoch').flatMap((epoch) =>
    ids.map((estimator) => {
      const here = own.filter((row) => row.epoch === epoch && row.estimator === estimator);
      return {
        ...{ epoch, estimator },
        i_xt: mean(here.map(({ i_xt }) => i_xt)),
        max_abs: mean(here.map(({ max_abs }) => max_abs)),
      };
    }),
  );
  const shared = { ...figureStyle, width, grid: true };
  return element(
    'div',
    {},
    Plot.plot({
      ...shared,
      height: Math.min(340, Math.max(260, width * 0.42)),
      marginBottom: 24,
      x: { label: null },
      y: { label: '↑ Information about the input, I(X;T) (bits)', zero: true, nice: true },
      color: { domain: ids, range: seriesColors.slice(0, 4) },
      symbol: {
        domain: ids,
        range: seriesSymbols.slice(0, 4),
        tickFormat: (id: string) => estimatorNames[id],
        legend: true,
      },
      marks: [
        ids.map((id, i) =>
          Plot.lineY(
            means.filter(({ estimator }) => estimator === id),
            { x: 'epoch', y: 'i_xt', stroke: 'estimator', strokeWidth: 2, strokeDasharray: seriesDashes[i] },
          ),
        ),
        Plot.dot(means, {
          ...{ x: 'epoch', y: 'i_xt', stroke: 'estimator', symbol: 'estimator', r: 4.5 },
          ...{ strokeWidth: 1.8, fill: 'var(--ground)', tip: { format: { y: '.2f', stroke: false } } },
        }),
      ],
    }),
    Plot.plot({
      ...shared,
      height: 170,
      x: { label: 'Epoch →' },
      y: { label: '↑ Largest activation', zero: true, nice: true, ticks: 4 },
      marks: [
        Plot.lineY(
          means.filter(({ estimator }) => estimator === 'ebab'),
          { x: 'epoch', y: 'max_abs', stroke: 'var(--ink)', strokeWidth: 2, marker: 'dot' },
        ),
      ],
    }),
  );
}
