import { extent, range } from 'd3-array';

/**
 * Places on a logarithmic axis that are worth a line of the grid: powers of ten, and more of them where these are few.
 * Of a number of ticks Plot makes one at every digit, denser than what is drawn.
 *
 * @param values what is drawn along the axis, all above zero; none of others
 * @param most how many there is room for
 */
export function logTicks(values: Iterable<number>, most = 7): number[] {
  const [low, high] = extent(values);
  if (low === undefined || high === undefined || !(low > 0)) return [];
  const powers = range(Math.floor(Math.log10(low)), Math.ceil(Math.log10(high)) + 1);
  const decades = Math.log10(high / low);
  const factors = decades > 3 ? [1] : decades > 1 ? [1, 3] : [1, 2, 5];
  const ticks = powers
    .flatMap((power) => factors.map((factor) => Number(`${factor}e${power}`)))
    .filter((tick) => tick >= low && tick <= high);
  const each = Math.ceil(ticks.length / most);
  return ticks.filter((_, index) => index % each === 0);
}
