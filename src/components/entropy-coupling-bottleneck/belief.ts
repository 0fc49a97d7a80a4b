import * as Plot from '@observablehq/plot';
import { sort } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import type { tables } from '../../papers/entropy-coupling-bottleneck/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { coursesInWords } from '../in-words.js';
import { dots, lines } from '../marks.js';
import { encoderPanels } from './encoder-panels.js';
import { encoderLabels, named, temperatureName } from './series.js';

export interface BeliefSettings {
  readonly ratio: number;
  /** In the true message, or in its code word. */
  readonly of: 'belief_true' | 'belief_word';
}

/** Mean belief of the receiver against the steps taken, a line a temperature, a panel an encoder. */
export function belief(
  beliefs: RowsOf<typeof tables>['belief'],
  { ratio, of }: BeliefSettings,
  width: number,
): Drawing {
  const rows = beliefs.filter((row) => row.ratio === ratio);
  const betas = sort(new Set(rows.map(({ beta }) => beta)));
  const temperatures = named(betas.map((beta) => temperatureName({ beta })));
  const panels = encoderPanels(width);
  const place = { ...panels.facet, x: 'step', y: of, by: temperatureName, series: temperatures } as const;
  const plot = Plot.plot({
    ...figureStyle,
    ...panels.options,
    x: { label: 'Steps taken →' },
    y: {
      label: of === 'belief_true' ? '↑ Belief in the true message' : '↑ Belief in the true code word',
      domain: [0, 1],
    },
    ...temperatures.scales(),
    marks: [
      panels.marks,
      lines(rows, { ...place, z: 'encoder', strokeWidth: 1.8 }),
      dots(
        rows.filter(({ step }) => step % 10 === 0),
        { ...place, r: 3, tip: { format: { fx: false, fy: false, symbol: false, y: '.3f' } } },
      ),
    ],
  });
  const courses = coursesInWords(rows, {
    by: (row) => `${encoderLabels[row.encoder]}, ${temperatureName(row)}`,
    along: ({ step }) => step,
    value: (row) => row[of],
  });
  return {
    plot,
    title: `How fast the receiver becomes sure, at H(M)/R = ${ratio}.`,
    alternative: `Lines of belief against steps, one a temperature, two panels. From the first step to the last: ${courses}.`,
  };
}
