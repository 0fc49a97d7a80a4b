import { ragwitzHistory, transferVariables } from '../information/transfer-entropy.js';
import type { Question } from './question.js';
import type { Table } from './table.js';
import { type Cell, isMissing, observations, together, type Variable, variableOf } from './variable.js';

/** Which columns are asked about. */
export interface Sides {
  readonly x: readonly string[];
  readonly y: readonly string[];
  readonly given?: readonly string[];
  /** Steps of a transfer entropy. */
  readonly lag?: number;
}

/** Columns as variables, with how many rows were left out. */
export interface Columns {
  readonly variables: ReadonlyMap<string, Variable>;
  readonly leftOut: number;
}

/**
 * Columns as variables, of the rows in which none of them is missing.
 *
 * @throws {RangeError} where a column is not there, holds what no estimator takes, or no row is left.
 */
export function columnsOf(table: Table, names: readonly string[]): Columns {
  const distinct = [...new Set(names)];
  const cells = distinct.map((name) => table.cells(name));
  const whole = Array.from({ length: table.rows }, (_, row) => row).filter((row) =>
    cells.every((column) => !isMissing(column[row])),
  );
  if (whole.length === 0)
    throw new RangeError(
      `${table.name}: no row has a value in every one of ${distinct.map((name) => `"${name}"`).join(', ')}`,
    );
  const variables = distinct.map((name, at): [string, Variable] => [
    name,
    variableOf(
      name,
      whole.map((row): Cell => cells[at][row]),
    ),
  ]);
  return { variables: new Map(variables), leftOut: table.rows - whole.length };
}

/** What a column tells about itself is no question. */
function refuseTwice({ x, y, given = [] }: Sides): void {
  const twice = x.find((name) => y.includes(name));
  if (twice !== undefined)
    throw new RangeError(`"${twice}" tells all about itself: leave it out of one of the two sides`);
  const known = given.find((name) => x.includes(name) || y.includes(name));
  if (known !== undefined)
    throw new RangeError(
      `beyond what "${known}" tells, nothing is left of it: leave it out of what is asked about, or of what is given`,
    );
}

/** The variables of a question about some columns of a table. */
export interface FoundSides extends Pick<Question, 'x' | 'y' | 'z'> {
  /** Rows that were left out, since one of the columns misses a value. */
  readonly leftOut: number;
  /** Steps of the past of y that count, where there is a lag. */
  readonly history?: number;
}

/**
 * The variables of a question about some columns.
 *
 * @throws {RangeError} as {@link columnsOf}, where a column is on two sides, and where a lag is asked of columns that are
 *   no series of one number each
 */
export function sidesOf(table: Table, { x, y, given, lag }: Sides): FoundSides {
  refuseTwice({ x, y, given });
  const { variables, leftOut } = columnsOf(table, [...x, ...y, ...(given ?? [])]);
  const side = (names: readonly string[]) => together(names.map((name) => variables.get(name)!));
  const [of, to, z] = [side(x), side(y), given && side(given)];
  if (lag === undefined) return { x: of, y: to, z, leftOut };
  if (leftOut > 0)
    throw new RangeError(
      `lag: ${leftOut} rows miss a value, and a series has no gaps: fill them, or give a part without`,
    );
  if (z || of.points.dimension > 1 || to.points.dimension > 1)
    throw new RangeError('lag: it is for one column of each side, with nothing given');
  const [source, target] = [of, to].map(({ points }) => points.points);
  const history = ragwitzHistory(target);
  const past = transferVariables(source, target, { lag, targetHistory: history });
  const steps = past.y.points.length;
  const numbers = (first: number) => Uint32Array.from({ length: steps }, (_, i) => first + i);
  const first = target.length - steps;
  const histories = Array.from({ length: history }, (_, back) => observations(to, numbers(first - 1 - back)));
  return {
    x: { ...observations(of, numbers(first - lag)), name: `${of.name}, ${lag} steps before` },
    y: observations(to, numbers(first)),
    z: { ...together(histories), name: `the past of ${to.name}`, found: `${history} steps` },
    leftOut,
    history,
  };
}
