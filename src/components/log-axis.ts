import { extent, range } from 'd3-array';

/** Powers of ten between its ends from which an axis names these alone. */
const enough = 3;

/**
 * A logarithmic axis with few ticks, and lines of the grid at these alone: at powers of ten, and where there are fewer
 * than three of them at 2 and 5 as well. Plot by itself draws a line at each of nine numbers between two powers.
 *
 * @param values what the axis shows, or its ends; those that are not above zero have no place on it
 */
export function logAxis(values: Iterable<number>): { readonly type: 'log'; readonly ticks: number[] } {
  const [least, most] = extent([...values].filter((value) => value > 0));
  if (least === undefined || most === undefined) return { type: 'log', ticks: [] };
  const powers = range(Math.floor(Math.log10(least)), Math.ceil(Math.log10(most)) + 1);
  const among = (digits: readonly number[]) =>
    powers
      .flatMap((power) => digits.map((digit) => Number(`${digit}e${power}`)))
      .filter((tick) => tick >= least && tick <= most);
  const tens = among([1]);
  return { type: 'log', ticks: tens.length >= enough ? tens : among([1, 2, 5]) };
}
