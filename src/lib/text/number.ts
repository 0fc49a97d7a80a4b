// Numbers as a reader sees them, the same everywhere: a true minus (−), thousands set apart, powers of ten in full.

/** So many digits after the point: `−0.25`. What rounds to zero has no sign. */
export function decimals(value: number, digits: number): string {
  if (!Number.isFinite(value)) return notFinite(value);
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : withMinus(text);
}

/**
 * So many significant digits, without zeros at the end: `0.0362`, `−1.41`. Digits before the point are never rounded
 * away (`2,849`), and where zeros would hide the number it is written with a power of ten: `4.44 × 10⁻¹⁶`.
 */
export function significant(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return notFinite(value);
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e9)) return scientific(value, digits - 1);
  if (Number.isInteger(value) || size >= 10 ** digits) return count(value);
  return withMinus(inDigits(digits).format(value));
}

/** A power of ten, and so many digits after the point before it: `4.44 × 10⁻¹⁶`. */
export function scientific(value: number, digits = 2): string {
  if (!Number.isFinite(value)) return notFinite(value);
  if (value === 0) return '0';
  const [mantissa, exponent] = value.toExponential(digits).split('e');
  return `${withMinus(mantissa)} × 10${superscript(exponent.replace('+', ''))}`;
}

/** To the nearest whole number: `12,345`. */
export function count(value: number): string {
  if (!Number.isFinite(value)) return notFinite(value);
  // Adding 0 takes the sign off −0.
  return withMinus(whole.format(Math.round(value) + 0));
}

/** A whole number in words up to twelve, in digits beyond: `four`, `13`, `1,200`. */
export function countInWords(value: number): string {
  return smallNumbers[value] ?? count(value);
}

const smallNumbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A share as a percentage: `28 %`, with a space at which no line breaks. */
export function percent(share: number, digits = 0): string {
  return `${decimals(100 * share, digits)}\u00a0%`;
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** Made once for each number of digits, which takes longer than a hundred numbers do. */
function inDigits(digits: number): Intl.NumberFormat {
  const known = formats.get(digits) ?? new Intl.NumberFormat('en', { maximumSignificantDigits: digits });
  formats.set(digits, known);
  return known;
}

const formats = new Map<number, Intl.NumberFormat>();

const withMinus = (text: string) => text.replace('-', '−');

const superscript = (digits: string) =>
  digits.replace('-', '⁻').replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]);

function notFinite(value: number): string {
  if (Number.isNaN(value)) return 'no value';
  return value > 0 ? '∞' : '−∞';
}
