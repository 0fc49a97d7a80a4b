/** The physical type of a column; each maps to one Parquet type. */
export type ColumnType = 'int32' | 'float64' | 'string' | 'boolean';

/** One column of an experiment's table, described well enough to label an axis with it. */
export interface Column {
  readonly type: ColumnType;
  /** What the values are, in a phrase a reader understands. */
  readonly description: string;
  /** Unit of measurement (`nats`, `bits`, `s`); omitted where the value is a pure number or a name. */
  readonly unit?: string;
  /** Whether a value may be missing. */
  readonly nullable: boolean;
  /** All values that a text may be; any text where omitted. */
  readonly values?: readonly string[];
}

/** A column of this type in which every row has a value. */
export interface FilledColumn<T extends ColumnType> extends Column {
  readonly type: T;
  readonly nullable: false;
}

/** A column of text that is one of the values `V`. */
export interface ChoiceColumn<V extends string> extends FilledColumn<'string'> {
  readonly values: readonly V[];
}

/** A column of numbers. @param unit omitted for a pure number */
export function float64(description: string, unit?: string): FilledColumn<'float64'> {
  return { type: 'float64', nullable: false, description, ...(unit === undefined ? {} : { unit }) };
}

/** A column of whole numbers of 32 bits: counts, seeds, labels. @param unit omitted for a pure number */
export function int32(description: string, unit?: string): FilledColumn<'int32'> {
  return { type: 'int32', nullable: false, description, ...(unit === undefined ? {} : { unit }) };
}

/** A column of any text. */
export function text(description: string): FilledColumn<'string'> {
  return { type: 'string', nullable: false, description };
}

/** A column of text that is one of these values: its rows are typed by their union. */
export function oneOf<const V extends string>(description: string, values: readonly V[]): ChoiceColumn<V> {
  return { type: 'string', nullable: false, description, values };
}

/** A column of truth values. */
export function flag(description: string): FilledColumn<'boolean'> {
  return { type: 'boolean', nullable: false, description };
}

/** The same column where rows may have no value, written `null`: an estimate that did not exist, say. */
export function orNull<C extends Column>(column: C): Omit<C, 'nullable'> & { readonly nullable: true } {
  return { ...column, nullable: true };
}

/** The columns of a table, in the order in which they are written. */
export type Schema = Readonly<Record<string, Column>>;

/** A table as an experiment declares it: what it holds, and its columns. */
export interface TableSchema<S extends Schema = Schema> {
  readonly description: string;
  readonly columns: S;
}

/** Tables by name. */
export type TableSchemas = Readonly<Record<string, TableSchema>>;

/** A value of a row. `null` is a missing value: a run that has nothing to say there says nothing. */
export type Cell = number | string | boolean | null;

export type Row = Readonly<Record<string, Cell>>;

/** Rows of tables, by the tables' names. */
export type TableRows = Readonly<Record<string, readonly Row[]>>;

interface Values {
  readonly int32: number;
  readonly float64: number;
  readonly string: string;
  readonly boolean: boolean;
}

type ValueOf<C extends Column> =
  | (C extends { readonly values: readonly (infer V)[] } ? V : Values[C['type']])
  | (C extends { readonly nullable: false } ? never : null);

/** A row of these columns. */
export type RowOf<S extends Schema> = { readonly [N in keyof S]: ValueOf<S[N]> };

/** The rows of tables, by the tables' names. */
export type RowsOf<T extends TableSchemas> = {
  readonly [N in keyof T]: readonly RowOf<T[N]['columns']>[];
};

/** Text for an axis: the description, then the unit in parentheses where there is one. */
export function axisLabel({ description, unit }: Column): string {
  return unit ? `${description} (${unit})` : description;
}

/**
 * Checks rows against a schema and says which row and column is wrong.
 *
 * @throws {TypeError} on an unknown column, a missing one, a value of another type or none of the column's values,
 * or a missing value where the column declares none; NaN and ±∞ are refused, since Parquet readers and JSON disagree
 * about them: write `null`.
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

function cellProblem(column: Column, value: Cell | undefined): string | undefined {
  const { type, values, nullable: mayBeMissing } = column;
  const remedy = mayBeMissing ? 'write null' : 'declare the column with orNull and write null';
  if (value === undefined) return mayBeMissing ? 'missing (write null for "no value")' : 'missing';
  if (value === null) return mayBeMissing ? undefined : 'null, though the column is not declared with orNull';
  if (type === 'string' || type === 'boolean') {
    if (typeof value !== type) return `expected a ${type}, got ${JSON.stringify(value)}`;
    if (!values || values.includes(String(value))) return undefined;
    return `${JSON.stringify(value)} is none of ${values.join(', ')}`;
  }
  if (typeof value !== 'number') return `expected a number, got ${JSON.stringify(value)}`;
  if (!Number.isFinite(value)) return `${value} is not a finite number (${remedy})`;
  if (type === 'int32' && (value | 0) !== value) return `${value} is not a 32-bit integer`;
  return undefined;
}
