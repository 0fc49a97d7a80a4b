import * as Plot from '@observablehq/plot';
import { greatest } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import type { tables } from '../../papers/semantic-information/tables.js';
import { figureStyle } from '../figure-style.js';
import { dots, lines } from '../marks.js';
import { criteria } from './series.js';

type CandidateRow = RowsOf<typeof tables>['likelihood'][number];

export interface LikelihoodSettings {
  readonly sample: number;
  readonly built: CandidateRow['built'];
}

/** Semantic information and likelihood against the centre of a label, for one sample; a rule at either's best. */
export function likelihood(
  rows: readonly CandidateRow[],
  { sample, built }: LikelihoodSettings,
  width: number,
): SVGElement | HTMLElement {
  const shown = rows.filter((row) => row.sample === sample && row.built === built);
  const curves = criteria.ids.map((criterion) =>
    shown.map((row) => ({ mu: row.mu, value: row[criterion], criterion })),
  );
  const best = curves.map((curve) => greatest(curve, ({ value }) => value)!);
  const place = { x: 'mu', y: 'value', by: 'criterion', series: criteria } as const;
  return Plot.plot({
    ...figureStyle,
    width,
    height: 320,
    grid: true,
    x: { label: 'Centre μ of the label →', domain: [0, 100] },
    y: { label: '↑ Bits', domain: [-25, 4], clamp: false },
    ...criteria.scales(),
    marks: [
      Plot.ruleX(best, { x: 'mu', stroke: 'var(--ink-soft)', strokeDasharray: '3 3' }),
      lines(curves.flat(), { ...place, strokeWidth: 2.4, clip: true }),
      dots(best, { ...place, r: 5, strokeWidth: 2 }),
    ],
  });
}
