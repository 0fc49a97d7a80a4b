import { extent, range, ticks as roundNumbers } from 'd3-array';

/** Ticks from which an axis has enough. */
const enough = 3;

/** Options of a scale of Plot. */
export interface LogAxis {
  readonly type: 'log';
  readonly ticks: number[];
}

/** A logarithmic axis with few ticks, and lines of the grid at these alone. @param values what is drawn along it */
export function logAxis(values: Iterable<number>): LogAxis {
  return { type: 'log', ticks: logTicks(values) };
}

/**
 * Places on a logarithmic axis that are worth a line of the grid: powers of ten, more of them where these are few, and
 * round numbers on a short stretch. Of a number of ticks Plot makes one at every digit, denser than what is drawn.
 *
 * @param values what is drawn along the axis, or its ends; those that are not above zero have no place on it
 * @param most how many there is room for
 */
export function logTicks(values: Iterable<number>, most = 7): number[] {
  const [low, high] = extent([...values].filter((value) => value > 0));
  if (low === undefined || high === undefined) return [];
  const powers = range(Math.floor(Math.log10(low)), Math.ceil(Math.log10(high)) + 1);
  const decades = Math.log10(high / low);
  const factors = decades > 3 ? [1] : decades > 1 ? [1, 3] : [1, 2, 5];
  const ticks = powers
    .flatMap((power) => factors.map((factor) => Number(`${factor}e${power}`)))
    .filter((tick) => tick >= low && tick <= high);
  if (ticks.length < enough) return roundNumbers(low, high, 5);
  const each = Math.ceil(ticks.length / most);
  return ticks.filter((_, index) => index % each === 0);
}
