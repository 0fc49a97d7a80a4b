import type { ColumnTable } from 'arquero';
import type { Input } from './dataset.js';

/** A numeric column as numbers, each passed through `transform`. */
export function numbers(
  table: ColumnTable,
  column: string,
  transform: (value: number) => number = (value) => value,
): Float64Array {
  return Float64Array.from(table.array(column) as Iterable<number>, transform);
}

/** A numeric column as an input of its own name. */
export function numeric(table: ColumnTable, column: string): Input {
  return { name: column, values: numbers(table, column) };
}

/** log(1 + value) of a column whose values spread over orders of magnitude and include 0. */
export function logarithmic(table: ColumnTable, column: string): Input {
  return { name: `log(1 + ${column})`, values: numbers(table, column, Math.log1p) };
}

/** A column of zeros and ones. */
export function indicator(table: ColumnTable, column: string): Input {
  return { ...numeric(table, column), indicator: true };
}

/** One indicator a category: exactly one of them is 1 in each row whose value is among the categories. */
export function oneHot(
  table: ColumnTable,
  column: string,
  categories: readonly (string | number)[],
): Input[] {
  return categories.map((category) => ({
    name: `${column} = ${category}`,
    values: Float64Array.from(table.array(column) as Iterable<unknown>, (value) =>
      value === category ? 1 : 0,
    ),
    indicator: true,
  }));
}

/** Sine and cosine of 2π·value/period: the last hour of a day comes to lie beside the first. */
export function cyclic(table: ColumnTable, column: string, period: number): Input[] {
  const angle = (value: number) => (2 * Math.PI * value) / period;
  return [
    { name: `sin ${column}`, values: numbers(table, column, (value) => Math.sin(angle(value))) },
    { name: `cos ${column}`, values: numbers(table, column, (value) => Math.cos(angle(value))) },
  ];
}

/** The integers from `first` to `last`, both included. */
export function integers(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
