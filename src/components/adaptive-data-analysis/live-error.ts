import * as Plot from '@observablehq/plot';
import { count, decimals } from '../../lib/text/number.js';
import { adaptiveError } from '../../papers/adaptive-data-analysis/adaptive-error.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { logAxis } from '../log-axis.js';
import { dots, lines, reference } from '../marks.js';
import { curve } from './adaptive-error.js';
import { mechanisms } from './series.js';

export interface LiveErrorSettings {
  /** How many points, and how many queries. */
  readonly n: number;
  readonly m: number;
  readonly sigma: number;
}

const shown = ['empirical', 'gaussian'] as const;

/** The closed form e(m, n, σ) against m, with and without noise; rings mark the m chosen. */
export function liveError({ n, m, sigma }: LiveErrorSettings, width: number): Drawing {
  const at = (queries: number) =>
    shown.map((mechanism) => ({
      m: queries,
      mechanism,
      error: adaptiveError(queries, n, mechanism === 'gaussian' ? sigma : 0),
    }));
  const curves = curve(10, 1e6, 160).flatMap(at);
  const place = { x: 'm', y: 'error', by: 'mechanism', series: mechanisms } as const;
  const plot = Plot.plot({
    ...figureStyle,
    width,
    height: 320,
    grid: true,
    x: { ...logAxis([10, 1e6]), label: 'Queries m →', tickFormat: '~s' },
    y: { label: '↑ Expected error of the final query', domain: [0, 1] },
    ...mechanisms.scales(shown),
    marks: [
      reference({ x: n, label: 'm = n' }),
      lines(curves, place),
      dots(at(m), { ...place, r: 6, strokeWidth: 2 }),
    ],
  });
  const [exact, noisy] = at(m).map(({ error }) => decimals(error, 3));
  return {
    plot,
    rows: curves,
    title: `${count(m)} queries on ${count(n)} points: expected error ${exact} with plain averages, ${noisy} with noise of ${sigma}.`,
  };
}
