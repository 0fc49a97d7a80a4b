import { conditionsOf } from '../lib/claims/claim-columns.js';
import type { ClaimRow } from './claim-row.js';

/** A measurement of how much one thing exceeds another, as a share of the latter. */
const relative = /^(.+) over (that .+), minus 1$/;

/**
 * A claim whose measurements are relative differences, as a reader sees them: `0.25 RMSE of A over that of B, minus 1` is
 * `25 % by which RMSE of A exceeds that of B`. Bounds and the paper's own value are on the same scale. Any other claim is
 * as it was.
 */
export function inPerCent(row: ClaimRow): ClaimRow {
  const conditions = conditionsOf(row);
  if (!conditions.some(({ unit }) => relative.test(unit))) return row;
  const isRelative = row.unit !== null && relative.test(row.unit);
  return {
    ...row,
    ...(isRelative ? told(row, ['measured', 'low', 'high', 'reported_value']) : {}),
    unit: row.unit === null ? null : unitInPerCent(row.unit),
    conditions: JSON.stringify(
      conditions.map((condition) =>
        relative.test(condition.unit)
          ? {
              ...condition,
              ...told(condition, ['value', 'low', 'high', 'bound', 'effect']),
              unit: unitInPerCent(condition.unit),
            }
          : condition,
      ),
    ),
  };
}

const unitInPerCent = (unit: string) => unit.replace(relative, '% by which $1 exceeds $2');

/** Some numbers of a record, a hundred times as large; what has no value keeps none. */
function told<K extends string>(
  record: Readonly<Record<K, number | null>>,
  names: readonly K[],
): Record<K, number | null> {
  const hundredfold = (value: number | null) => (value === null ? null : 100 * value);
  return Object.fromEntries(names.map((name) => [name, hundredfold(record[name])])) as Record<
    K,
    number | null
  >;
}
