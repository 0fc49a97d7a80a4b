import * as Plot from '@observablehq/plot';
import type { RowsOf } from '../../lib/experiment/column.js';
import type { tables } from '../../papers/semantic-information/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { logTicks } from '../log-axis.js';
import { lines, reference } from '../marks.js';
import { isNarrow } from '../panels.js';
import { close } from './live-mixture.js';
import { algorithmName, algorithms } from './series.js';

export interface TracesSettings {
  readonly ratios: readonly number[];
  /** Inner steps of CM-EM, beside EM. */
  readonly inner: number;
}

/** Iterations on a logarithmic axis on which 0 has a place too. */
const shifted = (iterations: number) => iterations + 1;

/** KL of the mixture and its target against iterations, a panel a ratio, for EM and for one CM-EM. */
export function traces(
  rows: RowsOf<typeof tables>['mixture_traces'],
  { ratios, inner }: TracesSettings,
  width: number,
): Drawing {
  const names = [algorithmName(0), algorithmName(inner)];
  const shown = rows
    .filter((row) => ratios.includes(row.p) && (row.inner === 0 || row.inner === inner))
    .map(({ p, start, inner: steps, iter, KL }) => ({
      algorithm: algorithmName(steps),
      panel: `p = ${p}`,
      start,
      at: shifted(iter),
      KL,
    }));
  const narrow = isNarrow(width);
  const panels = ratios.map((p) => `p = ${p}`);
  const facet = narrow ? 'fy' : 'fx';
  const plot = Plot.plot({
    ...figureStyle,
    marginTop: narrow ? 34 : 44,
    width,
    height: narrow ? 80 + 210 * panels.length : 340,
    grid: true,
    [facet]: { domain: panels, axis: null },
    x: {
      type: 'log',
      label: 'Iterations (logarithmic) →',
      ticks: [0, 2, 10, 30, 100, 300].map(shifted),
      tickFormat: (at: number) => String(Math.round(at - 1)),
    },
    y: {
      type: 'log',
      label: '↑ KL of the fit from the truth (bits)',
      domain: [5e-4, 3],
      tickFormat: '~g',
      ticks: logTicks([5e-4, 3], 4),
    },
    color: { ...algorithms.scales(names).color, legend: true },
    marks: [
      reference({ y: close }),
      lines(shown, {
        x: 'at',
        y: 'KL',
        by: 'algorithm',
        series: algorithms,
        [facet]: 'panel',
        z: 'start',
        strokeWidth: 1.5,
        strokeOpacity: 0.85,
        clip: true,
      }),
      Plot.frame({ stroke: 'var(--rule)' }),
      Plot.text(panels, { [facet]: String, text: String, frameAnchor: 'top', lineAnchor: 'bottom', dy: -6 }),
    ],
  });
  return { plot, title: `${algorithmName(inner)} against EM.` };
}
