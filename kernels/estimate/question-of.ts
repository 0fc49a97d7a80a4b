import type { Question } from '../../src/lib/estimation/question.js';
import {
  type Cell,
  isMissing,
  observations,
  together,
  type Variable,
  variableOf,
} from '../../src/lib/estimation/variable.js';
import { ragwitzHistory, transferVariables } from '../../src/lib/information/transfer-entropy.js';
import { Failure } from '../engine/failure.js';
import type { Table } from './read-table.js';

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
 * @throws {Failure} where a column is not there, holds what no estimator takes, or no row is left.
 */
export function columnsOf(table: Table, names: readonly string[]): Columns {
  const distinct = [...new Set(names)];
  const cells = distinct.map((name) => table.cells(name));
  const whole = Array.from({ length: table.rows }, (_, row) => row).filter((row) =>
    cells.every((column) => !isMissing(column[row])),
  );
  if (whole.length === 0)
    throw new Failure(
      `${table.name}: no row has a value in every one of ${distinct.map((name) => `"${name}"`).join(', ')}`,
      2,
    );
  const variables = distinct.map((name, at): [string, Variable] => [
    name,
    inWords(() =>
      variableOf(
        name,
        whole.map((row): Cell => cells[at][row]),
      ),
    ),
  ]);
  return { variables: new Map(variables), leftOut: table.rows - whole.length };
}

/** The variables of a question about some columns; with what was done to make them, in words. */
export function sidesOf(
  { variables, leftOut }: Columns,
  { x, y, given, lag }: Sides,
): Pick<Question, 'x' | 'y' | 'z'> & { readonly history?: number } {
  const side = (names: readonly string[]) => together(names.map((name) => variables.get(name)!));
  const [of, to, z] = [side(x), side(y), given && side(given)];
  if (lag === undefined) return { x: of, y: to, z };
  if (leftOut > 0)
    throw new Failure(
      `--lag: ${leftOut} rows miss a value, and a series has no gaps: fill them, or give a part without`,
      2,
    );
  if (z || of.points.dimension > 1 || to.points.dimension > 1)
    throw new Failure('--lag is for one column of each side, and takes no --given', 2);
  return inWords(() => {
    const [source, target] = [of, to].map(({ points }) => points.points);
    const history = ragwitzHistory(target);
    const past = transferVariables(source, target, { lag, targetHistory: history });
    const steps = past.y.points.length;
    const numbers = (first: number) => Uint32Array.from({ length: steps }, (_, i) => first + i);
    const first = target.length - steps;
    const histories = Array.from({ length: history }, (_, back) =>
      observations(to, numbers(first - 1 - back)),
    );
    return {
      x: { ...observations(of, numbers(first - lag)), name: `${of.name}, ${lag} steps before` },
      y: observations(to, numbers(first)),
      z: { ...together(histories), name: `the past of ${to.name}`, found: `${history} steps` },
      history,
    };
  });
}

/** What the library refuses is the user's input here. */
export function inWords<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new Failure(error.message, 2, { cause: error });
    throw error;
  }
}
