import * as Plot from '@observablehq/plot';
import { element } from '../element.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { coursesInWords } from '../in-words.js';
import { logTicks } from '../log-axis.js';
import { dots, lines } from '../marks.js';
import { isNarrow } from '../panels.js';
import { complexityMeans } from './complexity-means.js';
import { gameLabels, kindLabels, type Rows, schemes } from './series.js';

export interface ComplexitySettings {
  readonly game: keyof typeof gameLabels;
  /** Shows the relaxed kinds of interval as well. */
  readonly relaxed: boolean;
}

/** The panel in which a kind of interval is drawn. */
const panelOf = {
  UCB: kindLabels.UCB,
  'R-UCB': kindLabels.UCB,
  'CP-UCB': kindLabels['CP-UCB'],
  'R-CP-UCB': kindLabels['CP-UCB'],
} as const;

/** Interactions, and below them wrong edges, against δ; a panel a kind of interval, relaxed ones dashed. */
export function complexityFigure(
  samples: Rows['samples'],
  { game, relaxed }: ComplexitySettings,
  width: number,
): Drawing {
  const rows = complexityMeans(samples)
    .map((row) => {
      const isRelaxed = row.conf.startsWith('R-');
      const run = `${row.scheme} ${isRelaxed ? 'relaxed' : 'strict'}`;
      return { ...row, isRelaxed, run, panel: panelOf[row.conf] };
    })
    .filter((row) => row.game === game && (relaxed || !row.isRelaxed));
  const shown = schemes.ids.filter((id) => rows.some(({ scheme }) => scheme === id));
  const deltas = [...new Set(rows.map(({ delta }) => delta))];
  const narrow = isNarrow(width);
  const { color, symbol } = schemes.scales(shown);
  const panel = (y: 'interactions' | 'errors', label: string) => {
    const place = { fx: 'panel', x: 'delta', y, by: 'scheme', series: schemes } as const;
    const isLower = y === 'errors';
    return Plot.plot({
      ...figureStyle,
      marginTop: 48,
      marginBottom: isLower ? 46 : 30,
      marginLeft: 66,
      width,
      height: narrow ? 260 : 270,
      grid: true,
      fx: { label: null, domain: [kindLabels.UCB, kindLabels['CP-UCB']], padding: narrow ? 0.2 : 0.12 },
      x:
        deltas.length === 1
          ? { type: 'point', label: isLower ? 'δ' : null }
          : {
              type: 'log',
              label: isLower ? 'δ, how often an interval may miss →' : null,
              insetLeft: 10,
              ticks: narrow ? [0.01, 0.1] : deltas,
              tickFormat: String,
            },
      y:
        y === 'interactions'
          ? { type: 'log', label, tickFormat: '~s', ticks: logTicks(rows.map((row) => row.interactions)) }
          : { label, zero: true, insetBottom: 8 },
      color,
      symbol: { ...symbol, legend: !isLower },
      marks: [
        isLower ? Plot.ruleY([0], { stroke: 'var(--rule-strong)' }) : null,
        lines(
          rows.filter(({ isRelaxed }) => !isRelaxed),
          { ...place, strokeDasharray: 'none' },
        ),
        lines(
          rows.filter(({ isRelaxed }) => isRelaxed),
          { ...place, strokeDasharray: '5 4' },
        ),
        dots(rows, {
          ...place,
          r: 4.5,
          strokeWidth: 2,
          channels: {
            run: 'run',
            interactions: 'interactions',
            'wrong edges': 'errors',
            undecided: 'unresolved',
            runs: 'runs',
          },
          tip: {
            format: {
              fx: false,
              y: false,
              stroke: false,
              symbol: false,
              interactions: ',.0f',
              'wrong edges': '.3~g',
            },
          },
        }),
      ],
    });
  };
  const plot = element(
    'div',
    {},
    panel('interactions', '↑ Games played'),
    panel('errors', '↑ Edges that point the wrong way'),
  );
  const title = `Games played until every arrow is decided, and wrong arrows: ${gameLabels[game]}.`;
  return { plot, title };
}

/** Means over schemes at the least and the greatest δ, by kind of interval. */
export function complexityInWords(samples: Rows['samples'], { game, relaxed }: ComplexitySettings): string {
  const rows = complexityMeans(samples).filter(
    (row) => row.game === game && (relaxed || !row.conf.startsWith('R-')) && row.scheme !== 'even',
  );
  const course = (value: (row: (typeof rows)[number]) => number, digits: number) =>
    coursesInWords(rows, {
      by: ({ conf }) => kindLabels[conf],
      along: ({ delta }) => delta,
      value,
      digits,
    });
  return `From the least δ to the greatest, mean over schemes: games played, ${course((row) => row.interactions, 0)}; wrong edges, ${course((row) => row.errors, 2)}.`;
}
