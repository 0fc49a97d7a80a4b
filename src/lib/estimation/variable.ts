import { joinedPoints, type Points } from '../information/joined-points.js';
import { countsOf, jointLabels, type Labels, labelsOf, rowsOf } from '../information/labels.js';
import { percent } from '../information/ties.js';
import { listed } from '../text/list.js';

/** What a column of a table may hold. */
export type Cell = number | bigint | string | boolean | Date | null | undefined;

/**
 * What an estimator must know of a variable: `continuous`: numbers of which hardly any repeat; `tied`: numbers that repeat
 * or lie on a lattice, as rounded ones do, or mixtures of numbers and labels; `labels`: texts, truth values, or few
 * numbers, each of them often; `constant`: one value.
 */
export type VariableKind = 'continuous' | 'tied' | 'labels' | 'constant';

/** A variable as estimators take it. */
export interface Variable {
  readonly name: string;
  readonly kind: VariableKind;
  /** What was found, as a reader is told. */
  readonly found: string;
  /** Numbers scaled to unit variance, `[n, dimension]`; labels 100 apart, so that no two are neighbours. */
  readonly points: Points;
  /** The distinct values, whatever the kind. */
  readonly labels: Labels;
}

/** Numbers of so few values are labels, if each comes so often on average. */
const fewValues = 20;
const oftenEach = 5;
/** Above this share of repeated values a variable is no longer continuous. */
const toleratedRepeats = 0.05;
/** Between labels, in units of the standard deviation of numbers. */
const labelDistance = 100;

/** Whether a cell holds no value. */
export function isMissing(cell: Cell): boolean {
  return cell === null || cell === undefined || cell === '' || Number.isNaN(cell);
}

/**
 * Looks at a column: its kind, and its values as estimators take them. Dates are milliseconds.
 *
 * @param cells none of which is missing.
 * @throws {RangeError} if there are no cells, or one is infinite.
 */
export function variableOf(name: string, cells: readonly Cell[]): Variable {
  if (cells.length === 0) throw new RangeError(`column "${name}": no rows are left`);
  if (cells.some((cell) => typeof cell === 'string' || typeof cell === 'boolean'))
    return labelled(name, labelsOfCells(cells), 'text');
  const values = Float64Array.from(cells, Number);
  const infinite = values.findIndex((value) => !Number.isFinite(value));
  if (infinite >= 0)
    throw new RangeError(
      `column "${name}": row ${infinite + 1} of those used is ${values[infinite]}: leave it out or give a number`,
    );
  const labels = labelsOf(values);
  const { count } = labels;
  if (count === 1 || (count <= fewValues && values.length >= oftenEach * count))
    return labelled(name, labels, 'numbers');
  const repeats = shareOfRepeats(labels);
  const whole = values.every(Number.isInteger);
  const kind = repeats > toleratedRepeats || whole ? 'tied' : 'continuous';
  const shape = cells[0] instanceof Date ? 'times' : whole ? 'whole numbers' : 'numbers';
  return {
    name,
    kind,
    found: `${shape}, ${count} distinct, ${repeats === 0 ? 'none repeats' : `${percent(repeats)} of them repeat`}`,
    points: { points: standardized(values), dimension: 1 },
    labels,
  };
}

/**
 * Several variables as one of all their coordinates. It is labels where all are, continuous where all are, and else tied.
 *
 * @throws {RangeError} if there is none.
 */
export function together(variables: readonly Variable[]): Variable {
  if (variables.length === 0) throw new RangeError('no columns: name at least one');
  const joined = variables.reduce((first, second) => {
    const kinds = [first.kind, second.kind].filter((kind) => kind !== 'constant');
    const kind = kinds.length === 0 ? 'constant' : kinds.every((one) => one === kinds[0]) ? kinds[0] : 'tied';
    const labels = jointLabels(first.labels, second.labels);
    return {
      name: first.name,
      kind,
      found: `${first.found}; ${second.found}`,
      points: joinedPoints([first.points, second.points]),
      labels,
    };
  });
  return { ...joined, name: listed(variables.map(({ name }) => name)) };
}

/** The observations with these numbers, in this order. */
export function observations(variable: Variable, numbers: ArrayLike<number>): Variable {
  const { points, dimension } = variable.points;
  return {
    ...variable,
    points: { points: rowsOf(points, dimension, numbers), dimension },
    labels: labelsOf(Array.from(numbers, (i) => variable.labels.codes[i])),
  };
}

function labelled(name: string, labels: Labels, of: 'text' | 'numbers'): Variable {
  const values = labels.count === 1 ? 'one value' : `${labels.count} values`;
  return {
    name,
    kind: labels.count === 1 ? 'constant' : 'labels',
    found:
      of === 'text' || labels.count === 1 ? `labels, ${values}` : `numbers of ${values}, taken as labels`,
    points: { points: Float64Array.from(labels.codes, (code) => labelDistance * code), dimension: 1 },
    labels,
  };
}

function labelsOfCells(cells: readonly Cell[]): Labels {
  const numbers = new Map<Cell, number>();
  return labelsOf(
    cells.map((cell) => {
      const key = cell instanceof Date ? cell.getTime() : cell;
      if (!numbers.has(key)) numbers.set(key, numbers.size);
      return numbers.get(key)!;
    }),
  );
}

/** The share of observations whose value another one has as well. */
function shareOfRepeats(labels: Labels): number {
  const repeated = countsOf(labels).reduce((sum, size) => (size > 1 ? sum + size : sum), 0);
  return repeated / labels.codes.length;
}

/** Mean zero and unit variance, without the squares of large numbers. */
function standardized(values: Float64Array): Float64Array {
  const most = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const shares = values.map((value) => value / most);
  const n = values.length;
  const mean = shares.reduce((sum, value) => sum + value / n, 0);
  const deviation = Math.sqrt(shares.reduce((sum, value) => sum + (value - mean) ** 2 / n, 0));
  return shares.map((value) => (value - mean) / deviation);
}
