import type { Verdict } from '../lib/claims/verdict.js';

/**
 * Colours of series, after Okabe and Ito, darkened for paper white and lightened for a dark page so that each
 * keeps a contrast of 3:1 with its ground. Their values are in `style/color.css`; a colour never stands alone:
 * give each series its own symbol or dash as well.
 */
export const seriesColors: readonly string[] = Array.from({ length: 8 }, (_, i) => `var(--series-${i + 1})`);

/** A colour of a series for letters, which are thinner than lines: with some ink they can be read in each. */
export const lettering = (color: string): string => `color-mix(in oklab, ${color} 65%, var(--ink))`;

/** Line patterns that go with {@link seriesColors}, as `stroke-dasharray`. */
export const seriesDashes: readonly string[] = [
  'none',
  '6 3',
  '2 2',
  '8 3 2 3',
  '12 3',
  '4 4',
  '1 3',
  '10 2 2 2 2 2',
];

/** Symbols of Plot that go with {@link seriesColors}. */
export const seriesSymbols: readonly string[] = [
  'circle',
  'square',
  'triangle',
  'diamond',
  'cross',
  'star',
  'plus',
  'wye',
];

/** What the paper reports, wherever it stands beside what we measured. */
export const paperSeries = { stroke: 'var(--paper)', strokeDasharray: '5 4', symbol: 'times' } as const;

/** What we measured. */
export const ourSeries = { stroke: 'var(--ours)', strokeDasharray: 'none', symbol: 'circle' } as const;

export const verdictColors: Readonly<Record<Verdict, string>> = {
  reproduced: 'var(--reproduced)',
  'not reproduced': 'var(--not-reproduced)',
  inconclusive: 'var(--inconclusive)',
  'not tested': 'var(--not-tested)',
};
