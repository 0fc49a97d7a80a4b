import { type ColumnTable, fromCSV } from 'arquero';
import type { Column } from '../experiment/column.js';
import type { Dataset } from './dataset.js';
import { headerProblem } from './header-problem.js';

/**
 * Reads the CSV text of a data set: numbers as numbers, missing values as `null`, blanks around a field
 * dropped. Columns come out in the order of the schema.
 *
 * @throws {Error} that names the data set and the column, and the line where there is one: a column is
 * missing or unknown, a row is cut short, a field is no number where one is due.
 */
export function parseDataset(dataset: Dataset, text: string): ColumnTable {
  const { name, columns, missing } = dataset;
  const raw = fromCSV(text, { autoType: false });
  const problem = headerProblem(dataset, raw.columnNames());
  if (problem) throw new Error(`${name}: ${problem}`);

  const parsed = Object.entries(columns).map(([column, schema]) => {
    const values = Array.from(raw.array(column) as Iterable<string | null | undefined>, (field, row) => {
      const trimmed = field?.trim();
      if (schema.nullable && trimmed === missing) return null;
      // The header is line 1, and no field of a registered data set spans lines.
      const where = () => `${name}, line ${row + 2}, column "${column}"`;
      if (!trimmed) throw new Error(`${where()}: there is no value; the file may be cut short`);
      return parseField(trimmed, schema, where);
    });
    return [column, values] as const;
  });
  return raw.assign(Object.fromEntries(parsed)).select(Object.keys(columns));
}

function parseField(field: string, { type }: Column, where: () => string): number | string {
  if (type === 'string') return field;
  const value = Number(field);
  if (!Number.isFinite(value) || (type === 'int32' && !Number.isInteger(value)))
    throw new Error(
      `${where()}: expected ${type === 'int32' ? 'an integer' : 'a number'}, got ${JSON.stringify(field)}`,
    );
  return value;
}
