import { numberText } from './number-text.js';

/** How many values of a long list are shown. */
const shownValues = 10;

/** `[0, 1, 2, … 997 more]`. */
export function firstValues<T>(values: ArrayLike<T>, text: (value: T) => string): string {
  const first = Array.from({ length: Math.min(shownValues, values.length) }, (_, i) => text(values[i]));
  const left = values.length - first.length;
  return `[${first.join(', ')}${left > 0 ? `, … ${left.toLocaleString('en-GB')} more` : ''}]`;
}

/**
 * `min 0  mean 2  max 4`, over the values that are numbers; says how many are NaN. Empty where no value is a number.
 */
export function spread(values: ArrayLike<number>): string {
  let [min, max, sum, count] = [Infinity, -Infinity, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (Number.isNaN(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
    sum += value;
    count++;
  }
  const missing = values.length - count;
  const parts = count
    ? [`min ${numberText(min)}`, `mean ${numberText(sum / count)}`, `max ${numberText(max)}`]
    : [];
  if (missing > 0) parts.push(`${missing.toLocaleString('en-GB')} NaN`);
  return parts.join('  ');
}
