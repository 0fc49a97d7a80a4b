/** Significant digits of a number that is shown among others. */
const digits = 6;

/** A number for reading: integers in full, others to six significant digits. */
export function numberText(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(digits)));
}

/** Decimals of a column at most; where they would hide a small value, each number is written by itself. */
const mostDecimals = 6;
const smallest = 1e-4;

/**
 * How to write the numbers of one column: all with as many decimals as six significant digits of any need, up to
 * six, so that their points stand below one another.
 */
export function columnFormat(values: readonly number[]): (value: number) => string {
  const finite = values.filter(Number.isFinite);
  const decimals = Math.min(mostDecimals, Math.max(0, ...finite.map(decimalsOf)));
  const hidden = finite.some((value) => value !== 0 && Math.abs(value) < smallest);
  if (decimals === 0 || hidden) return numberText;
  return (value) => (Math.abs(value) < 1e15 ? value.toFixed(decimals) : String(value));
}

function decimalsOf(value: number): number {
  const [, decimals = ''] = numberText(value).split('.');
  return decimals.length;
}
