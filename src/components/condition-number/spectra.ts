import * as Plot from '@observablehq/plot';
import { largestLinearEntropy, linearEntropyBound } from '../../lib/information/linear-unit.js';
import { figureStyle } from '../figure-style.js';
import { seriesColors } from '../palette.js';

/** A row of the table `spectra`. */
export interface SpectrumRow {
  readonly kind: string;
  readonly n: number;
  readonly kappa: number;
  readonly entropy: number;
  readonly mid: number | null;
}

/** A row of the table `orderings`. */
export interface OrderingRow {
  readonly spectrum: string;
  readonly kappa: number;
  readonly entropy: number;
}

export interface SpectraOptions {
  /** Units; the squared norm is as large. */
  readonly n: number;
  /** The pair that shows that κ does not order entropies; drawn where n is 3. */
  readonly pair: readonly OrderingRow[];
  /** Spectra of larger κ are left out. */
  readonly most: number;
  readonly width: number;
}

/** Where the singular values between the extremes lie, by the geometric mean of σ² over c/n. */
const middles = ['middle σ² below 0.7 c/n', 'near c/n', 'above 1.4 c/n'];

function middleOf({ mid }: SpectrumRow): string {
  return middles[mid! < 0.7 ? 0 : mid! <= 1.4 ? 1 : 2];
}

/** Entropy against condition number of random spectra of one norm, below the curve that none can cross. */
export function spectra(
  rows: readonly SpectrumRow[],
  { n, pair, most: limit, width }: SpectraOptions,
): SVGElement | HTMLElement {
  const random = rows.filter((row) => row.n === n && row.kind === 'random' && row.kappa <= limit);
  const most = Math.max(...random.map(({ kappa }) => kappa));
  const curve = Array.from({ length: 121 }, (_, i) => {
    const kappa = most ** (i / 120);
    return { kappa, bound: linearEntropyBound(n, n, kappa) };
  });
  const largest = largestLinearEntropy(n, n);
  const shown = n === 3 ? [...pair].sort((a, b) => b.kappa - a.kappa) : [];
  return Plot.plot({
    ...figureStyle,
    marginLeft: 54,
    width,
    height: Math.min(420, Math.max(320, width * 0.5)),
    grid: true,
    x: { type: 'log', label: 'Condition number κ (log scale) →', tickFormat: '~g', domain: [1, most] },
    y: {
      label: '↑ Entropy of the output (nats)',
      nice: true,
      domain: [Math.min(...random.map(({ entropy }) => entropy)), largest + 0.2],
    },
    color: { domain: middles, range: [seriesColors[1], seriesColors[0], seriesColors[2]] },
    symbol: { domain: middles, range: ['triangle', 'circle', 'square'], legend: n > 2 },
    marks: [
      Plot.ruleY([largest], { stroke: 'var(--ink-soft)', strokeDasharray: '3 3' }),
      Plot.dot(random, {
        x: 'kappa',
        y: 'entropy',
        ...(n > 2 ? { stroke: middleOf, symbol: middleOf } : { stroke: 'var(--ours)' }),
        r: 2.5,
        strokeOpacity: 0.85,
        tip: { format: { x: '.2f', y: '.3f', stroke: false } },
      }),
      Plot.line(curve, { x: 'kappa', y: 'bound', stroke: 'var(--ink)', strokeWidth: 2 }),
      Plot.dot(shown, { x: 'kappa', y: 'entropy', fill: 'var(--ink)', r: 5, symbol: 'diamond' }),
      shown.map((row, at) =>
        Plot.text([row], {
          x: 'kappa',
          y: 'entropy',
          text: 'spectrum',
          dx: at === 0 ? 10 : -10,
          dy: at === 0 ? -10 : 10,
          textAnchor: at === 0 ? 'start' : 'end',
          fill: 'var(--ink)',
          stroke: 'var(--ground)',
          strokeWidth: 5,
          fontWeight: 600,
        }),
      ),
    ],
  });
}
