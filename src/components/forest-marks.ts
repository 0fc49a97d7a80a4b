import { extent } from 'd3-array';
import type { ConditionCell } from '../lib/claims/claim-columns.js';
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
  const [from, to] = [place(low ?? value), place(high ?? value)];
  return [
    element('span', {
      class: `forest-interval ${kind}`,
      style: `left: ${from.toFixed(2)}%; width: ${(to - from).toFixed(2)}%`,
    }),
    element('span', { class: `forest-dot ${kind}`, style: `left: ${place(value).toFixed(2)}%` }),
  ];
}
