import { extent } from 'd3-array';
import type { ConditionCell } from '../lib/claims/claim-columns.js';
import { significant } from '../lib/text/number.js';
import { type Content, element } from './element.js';

/** Where on an axis a value lies, in per cent of its length. */
export type Place = (value: number) => number;

/** An axis over all of the values, with some room at its ends. */
export function placing(values: readonly (number | null)[]): Place {
  const [low, high] = extent(values.filter((value): value is number => value !== null)) as [number, number];
  const width = high - low || 1;
  return (value) => 4 + (92 * (value - low)) / width;
}

export const forestLine = (kind: 'bound' | 'effect', at: number) =>
  element('span', { class: `forest-line ${kind}`, style: `left: ${at.toFixed(2)}%` });

/** Shades the side of the bound on which the claim asks the interval to lie; of an equality there is none. */
export function forestAsked({ side, bound }: Pick<ConditionCell, 'side' | 'bound'>, place: Place): Content {
  if (side === 'equal to') return null;
  const at = place(bound);
  const [left, width] = side === 'above' || side === 'at least' ? [at, 100 - at] : [0, at];
  return element('span', {
    class: 'forest-asked',
    style: `left: ${left.toFixed(2)}%; width: ${width.toFixed(2)}%`,
  });
}

/** The number of the bound, below its line. Wherever that is, the words stay within the picture. */
export function forestBound(bound: number, place: Place): HTMLElement {
  const at = place(bound).toFixed(2);
  return element(
    'span',
    { class: 'forest-bound', 'aria-hidden': 'true' },
    element('span', { style: `left: ${at}%; transform: translateX(-${at}%)` }, `bound ${significant(bound)}`),
  );
}

export const forestPaper = (paper: number | null, place: Place): Content =>
  paper === null
    ? null
    : element('span', { class: 'forest-paper', style: `left: ${place(paper).toFixed(2)}%` }, '×');

export function forestInterval(
  { value, low, high }: Pick<ConditionCell, 'value' | 'low' | 'high'>,
  kind: 'largest' | 'smaller',
  place: Place,
): Content {
  if (value === null) return null;
  const within = (at: number) => Math.min(100, Math.max(0, at));
  const [from, to] = [within(place(low ?? value)), within(place(high ?? value))];
  const at = place(value);
  return [
    element('span', {
      class: `forest-interval ${kind}`,
      style: `left: ${from.toFixed(2)}%; width: ${(to - from).toFixed(2)}%`,
    }),
    at === within(at)
      ? element('span', { class: `forest-dot ${kind}`, style: `left: ${at.toFixed(2)}%` })
      : null,
  ];
}

/** What the lines and the cross say: "asked for above 0, and reaching 0.05 to matter; the paper has 0.3". */
export function askedInWords(
  { side, bound, effect }: Pick<ConditionCell, 'side' | 'bound' | 'effect'>,
  paper: number | null,
): string {
  const least = effect === bound ? '' : `, and reaching ${significant(effect)} to matter`;
  const reported = paper === null ? '' : `; the paper has ${significant(paper)}`;
  return `asked for ${side === 'equal to' ? 'exactly' : side} ${significant(bound)}${least}${reported}`;
}
