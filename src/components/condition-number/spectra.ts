import * as Plot from '@observablehq/plot';
import { max, min } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { count, decimals } from '../../lib/text/number.js';
import { largestLinearEntropy, linearEntropyBound } from '../../papers/condition-number/linear-unit.js';
import type { tables } from '../../papers/condition-number/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { logAxis } from '../log-axis.js';
import { dots, reference } from '../marks.js';
import { heightOf } from '../panels.js';
import { middles } from './series.js';

type Rows = Pick<RowsOf<typeof tables>, 'spectra' | 'orderings'>;
type SpectrumRow = Rows['spectra'][number];

export interface SpectraSettings {
  /** Units; the squared norm is as large. */
  readonly n: number;
  /** Spectra of larger κ are left out. */
  readonly most: number;
}

/** What is lost to rounding, nats. */
const rounding = 1e-9;

/** The pair that shows that κ does not order entropies, larger κ first. */
const pair = ['4.5 : 3 : 1', '4 : 1 : 1'];

function middleOf({ mid }: SpectrumRow): (typeof middles.ids)[number] {
  if (mid! < 0.7) return 'small';
  return mid! <= 1.4 ? 'near' : 'large';
}

/** Entropy against condition number of random spectra of one norm, below the curve that none can cross. */
export function spectra(
  { spectra: all, orderings }: Rows,
  { n, most: limit }: SpectraSettings,
  width: number,
): Drawing {
  const random = all.filter((row) => row.n === n && row.kind === 'random' && row.kappa <= limit);
  const most = max(random, ({ kappa }) => kappa)!;
  const curve = Array.from({ length: 121 }, (_, i) => {
    const kappa = most ** (i / 120);
    return { kappa, bound: linearEntropyBound(n, n, kappa) };
  });
  const largest = largestLinearEntropy(n, n);
  const named =
    n === 3 ? pair.flatMap((name) => orderings.find(({ spectrum }) => spectrum === name) ?? []) : [];
  const place = { x: 'kappa', y: 'entropy' } as const;
  const marked = {
    ...place,
    r: 2.5,
    fill: 'none',
    strokeOpacity: 0.85,
    tip: { format: { x: '.2f', y: '.3f', stroke: false, symbol: middles.label } },
  } as const;
  const { color, symbol } = middles.scales();
  const plot = Plot.plot({
    ...figureStyle,
    marginLeft: 54,
    width,
    height: heightOf(width),
    grid: true,
    x: {
      ...logAxis([1, most]),
      label: 'Condition number κ →',
      tickFormat: '~g',
      domain: [1, most],
    },
    y: {
      label: '↑ Entropy of the output (nats)',
      nice: true,
      domain: [min(random, ({ entropy }) => entropy)!, largest + 0.2],
    },
    color,
    symbol: { ...symbol, legend: n > 2 },
    marks: [
      reference({ y: largest }),
      // Two units have nothing between the extremes.
      n > 2
        ? dots(random, { ...marked, by: middleOf, series: middles })
        : Plot.dot(random, { ...marked, stroke: 'var(--ours)' }),
      Plot.line(curve, { x: 'kappa', y: 'bound', stroke: 'var(--ink)', strokeWidth: 2 }),
      Plot.dot(named, { ...place, fill: 'var(--ink)', r: 5, symbol: 'diamond' }),
      named.map((row, at) =>
        Plot.text([row], {
          ...place,
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
  const above = random.filter(({ kappa, entropy }) => entropy > linearEntropyBound(n, n, kappa) + rounding);
  const order = named.map(({ entropy }) => decimals(entropy, 2)).join(' and ');
  return {
    plot,
    title: `Entropy against condition number, ${n} units of squared norm ${n}.`,
    caption: [
      `Every mark is a random matrix of the same norm; ${count(above.length)} of ${count(random.length)} lie above the curve, the sharp bound.`,
      n === 2
        ? 'With two units all lie on it, and κ decides alone.'
        : 'From three units on, what is between the extremes matters as much.',
      named.length === 2 ? `The two named spectra have ${order} nats, the one of larger κ first.` : '',
    ]
      .join(' ')
      .trim(),
  };
}
