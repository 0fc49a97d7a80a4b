import { extent, range, ticks } from 'd3-array';

/** Ticks from which an axis has enough. */
const enough = 3;

/** Options of a scale of Plot. */
export interface LogAxis {
  readonly type: 'log';
  readonly ticks: number[];
}

/**
 * A logarithmic axis with few ticks, and lines of the grid at these alone: at powers of ten; where there are fewer than
 * three of them, at three times these as well; and on a shorter stretch at round numbers. Plot by itself draws a line at
 * each of nine numbers between two powers.
 *
 * @param values what the axis shows, or its ends; those that are not above zero have no place on it
 */
export function logAxis(values: Iterable<number>): LogAxis {
  const [least, most] = extent([...values].filter((value) => value > 0));
  if (least === undefined || most === undefined) return { type: 'log', ticks: [] };
  const powers = range(Math.floor(Math.log10(least)), Math.ceil(Math.log10(most)) + 1);
  const among = (digits: readonly number[]) =>
    powers
      .flatMap((power) => digits.map((digit) => Number(`${digit}e${power}`)))
      .filter((tick) => tick >= least && tick <= most);
  const few = [among([1]), among([1, 3])].find(({ length }) => length >= enough);
  return { type: 'log', ticks: few ?? ticks(least, most, 5) };
}
