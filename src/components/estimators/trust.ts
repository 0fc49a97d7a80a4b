import { sort } from 'd3-array';
import { compared } from '../../papers/estimators/estimators.js';
import type { AccuracyRow } from '../../papers/estimators/tables.js';
import { anyNear, type Trust, trust } from '../../papers/estimators/trust.js';
import { type PlainRow, plainTable } from '../plain-table.js';

/** A row an estimator, a column a dimension: in how many settings it is near; where in none, faint. */
export function trustTable(rows: readonly AccuracyRow[]): HTMLElement {
  const dimensions = sort(new Set(rows.map(({ dimension }) => dimension)));
  const parts = [...dimensions.map((d) => rows.filter(({ dimension }) => dimension === d)), rows];
  const cell = ({ near, of }: Trust) => {
    const text = of === 0 ? '' : `${near} of ${of}`;
    return near === 0 ? { faint: text } : text;
  };
  return plainTable({
    caption: 'Settings in which the error is at most a tenth of the truth, or 0.1 nat',
    columns: ['Estimator', ...dimensions.map((d) => `d = ${d}`), 'all'],
    rows: [
      ...compared.map(({ id, label }): PlainRow => [label, ...parts.map((part) => cell(trust(part, id)))]),
      ['at least one of them', ...parts.map((part) => cell(anyNear(part)))],
    ],
  });
}
