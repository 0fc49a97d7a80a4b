/** Significant digits of a number that is shown among others, and decimals that it keeps however large it is. */
const digits = 6;
const decimalsOfLarge = 2;

/** Below this, decimals would hide a value; from here on, its digits before the point are enough to align by. */
const smallest = 1e-4;
const large = 1e6;

/**
 * A number for reading: integers in full, others to six significant digits. No digit before the point is rounded away,
 * so that a large number never looks like a whole one: it keeps two decimals.
 */
export function numberText(value: number): string {
  if (!Number.isFinite(value) || Number.isInteger(value)) return String(value);
  if (Math.abs(value) < smallest) return String(Number(value.toPrecision(digits)));
  return String(Number(value.toFixed(decimalsOf(value))));
}

/** Decimals of a column at most; where they would hide a small value, each number is written by itself. */
const mostDecimals = 6;

/**
 * How to write the numbers of one column: all with as many decimals as any needs (see {@link numberText}), up to six,
 * so that their points stand below one another. Where large and fine numbers are mixed, each is written by itself.
 */
export function columnFormat(values: readonly number[]): (value: number) => string {
  const finite = values.filter(Number.isFinite);
  const decimals = Math.min(mostDecimals, Math.max(0, ...finite.map(decimalsOf)));
  const hidden = finite.some((value) => value !== 0 && Math.abs(value) < smallest);
  const mixed = decimals > decimalsOfLarge && finite.some((value) => Math.abs(value) >= large);
  if (decimals === 0 || hidden || mixed) return numberText;
  return (value) => (Math.abs(value) < 1e15 ? value.toFixed(decimals) : String(value));
}

/** Decimals that a number needs: as many as it has, or six significant digits have; two where it is large. */
function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0;
  const before = Math.max(0, Math.floor(Math.log10(Math.abs(value))) + 1);
  const most = Math.abs(value) < 1 ? countDecimals(Number(value.toPrecision(digits))) : digits - before;
  return countDecimals(Number(value.toFixed(Math.min(100, Math.max(decimalsOfLarge, most)))));
}

function countDecimals(value: number): number {
  const [mantissa, exponent = '0'] = String(value).split('e');
  const [, decimals = ''] = mantissa.split('.');
  return Math.max(0, decimals.length - Number(exponent));
}
