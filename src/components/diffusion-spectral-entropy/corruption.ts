import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import { seriesColors, seriesDashes, seriesSymbols } from '../palette.js';
import { type EstimateRow, levels, means } from './rows.js';

export interface CorruptionOptions {
  readonly noise: number;
  /** Divides each curve by its value without corruption. */
  readonly relative: boolean;
  readonly width: number;
}

/** The estimators in the order of the legend; of the three CSMI, which are all 0, the one with the fewest bins. */
const labels = {
  truth: 'true information',
  dsmi: 'DSMI',
  mine: 'MINE (neural bound)',
  kraskov: 'nearest neighbours',
  'csmi-5': 'CSMI (5 bins)',
} as const;
const spaceName = (D: number) => `${D} dimensions`;
const order = Object.values(labels);
const colors = ['var(--ink)', ...seriesColors.slice(0, 4)];
const dashes = ['5 4', ...seriesDashes.slice(0, 4)];

/** Mutual information against the share of corrupted labels, an estimator a line, a dimension a panel. */
export function corruptionFigure(
  rows: readonly EstimateRow[],
  { noise, relative, width }: CorruptionOptions,
): SVGElement | HTMLElement {
  const known = rows
    .filter((row) => row.noise === noise && row.estimator in labels)
    .map((row) => ({
      ...row,
      estimator: labels[row.estimator as keyof typeof labels],
      space: spaceName(row.D),
    }));
  const spaces = levels(known, ({ D }) => D).map(spaceName);
  const averaged = means(
    known,
    ({ D, estimator, corruption }) => `${D} ${estimator} ${corruption}`,
    ({ mi_bits }) => mi_bits,
  );
  const start = new Map(
    averaged
      .filter(({ corruption }) => corruption === 0)
      .map((row) => [`${row.D} ${row.estimator}`, row.mean]),
  );
  // A curve that starts at nothing has nothing to be divided by.
  const unit = ({ D, estimator }: { D: number; estimator: string }) =>
    relative ? start.get(`${D} ${estimator}`)! : 1;
  const lines = averaged
    .filter((row) => Math.abs(unit(row)) > 0.02)
    .map((row) => ({ ...row, value: row.mean / unit(row) }));
  const single = known
    .filter((row) => Math.abs(unit(row)) > 0.02 && row.estimator !== labels.truth)
    .map((row) => ({ ...row, value: row.mi_bits / unit(row) }));
  const narrow = width < 520;
  const facet = narrow ? { fy: 'space' } : { fx: 'space' };
  return Plot.plot({
    ...figureStyle,
    width,
    height: narrow ? 560 : 360,
    marginTop: 40,
    marginRight: narrow ? 36 : figureStyle.marginRight,
    grid: true,
    x: { label: 'Share of corrupted labels →', ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] },
    y: {
      label: relative ? '↑ Information ÷ that without corruption' : '↑ Mutual information (bits)',
      nice: true,
    },
    fx: { label: null, domain: spaces },
    fy: { label: null, domain: spaces },
    color: { domain: order, range: colors },
    symbol: { domain: order, range: seriesSymbols.slice(0, order.length), legend: true },
    marks: [
      Plot.ruleY([0], { stroke: 'var(--rule-strong)' }),
      order.map((name, i) =>
        Plot.line(
          lines.filter(({ estimator }) => estimator === name),
          {
            x: 'corruption',
            y: 'value',
            stroke: 'estimator',
            strokeWidth: 2,
            strokeDasharray: dashes[i],
            ...facet,
          },
        ),
      ),
      Plot.dot(single, { x: 'corruption', y: 'value', stroke: 'estimator', r: 1.5, ...facet }),
      Plot.dot(lines, {
        ...{ x: 'corruption', y: 'value', stroke: 'estimator', symbol: 'estimator', ...facet },
        fill: 'var(--ground)',
        r: 4,
        strokeWidth: 1.75,
      }),
    ],
  });
}
