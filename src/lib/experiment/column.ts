/** The physical type of a column; each maps to one Parquet type. */
export type ColumnType = 'int32' | 'float64' | 'string' | 'boolean';

/** One column of an experiment's table, described well enough to label an axis with it. */
export interface Column {
  readonly type: ColumnType;
  /** What the values are, in a phrase a reader understands. */
  readonly description: string;
  /** Unit of measurement (`nats`, `bits`, `s`); omitted where the value is a pure number or a name. */
  readonly unit?: string;
}

/** The columns of a table, in the order in which they are written. */
export type Schema = Readonly<Record<string, Column>>;

/** A value of a row. `null` is a missing value: a run that has nothing to say there says nothing. */
export type Cell = number | string | boolean | null;

export type Row = Readonly<Record<string, Cell>>;

/** Text for an axis: the description, then the unit in parentheses where there is one. */
export function axisLabel({ description, unit }: Column): string {
  return unit ? `${description} (${unit})` : description;
}

/**
 * Checks rows against a schema and says which row and column is wrong.
 *
 * @throws {TypeError} on an unknown column, a missing one, or a value of another type; NaN and ±∞ are
 * refused, since Parquet readers and JSON disagree about them: write `null`.
 */
export function checkRows(table: string, schema: Schema, rows: readonly Row[]): void {
  const names = Object.keys(schema);
  rows.forEach((row, index) => {
    for (const name of Object.keys(row))
      if (!(name in schema))
        throw new TypeError(
          `table ${table}, row ${index}: unknown column "${name}" (columns: ${names.join(', ')})`,
        );
    for (const name of names) {
      const problem = cellProblem(schema[name], row[name]);
      if (problem) throw new TypeError(`table ${table}, row ${index}, column ${name}: ${problem}`);
    }
  });
}

function cellProblem({ type }: Column, value: Cell | undefined): string | undefined {
  if (value === undefined) return 'missing (write null for "no value")';
  if (value === null) return undefined;
  if (type === 'string' || type === 'boolean')
    return typeof value === type ? undefined : `expected a ${type}, got ${JSON.stringify(value)}`;
  if (typeof value !== 'number') return `expected a number, got ${JSON.stringify(value)}`;
  if (!Number.isFinite(value)) return `${value} is not a finite number (write null)`;
  if (type === 'int32' && (value | 0) !== value) return `${value} is not a 32-bit integer`;
  return undefined;
}
