import type { Cell } from './variable.js';

/** What stands in tables for a value that is missing, whatever the case. */
const missing = new Set(['', 'na', 'n/a', 'nan', 'null', 'none', '.', '-', '?']);

const date = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** A number of which a comma sets the fraction apart, or that has none. */
const decimalComma = /^[+-]?(\d+,?\d*|,\d+)(e[+-]?\d+)?$/i;

/**
 * The texts of a column as what they all are: numbers, dates in ISO 8601, or texts; null where a value is missing. One
 * text among numbers makes all of them texts, and so labels.
 *
 * @param decimal what may stand before the fraction of a number, beside a point
 */
export function typedCells(texts: readonly (string | null | undefined)[], decimal: '.' | ',' = '.'): Cell[] {
  const trimmed = texts.map((text) => {
    const plain = text?.trim() ?? '';
    return missing.has(plain.toLowerCase()) ? null : plain;
  });
  const present = trimmed.filter((text) => text !== null);
  const all = (test: (text: string) => boolean) => present.length > 0 && present.every(test);
  if (all((text) => Number.isFinite(Number(text)) || /^[+-]?inf(inity)?$/i.test(text)))
    return trimmed.map((text) => (text === null ? null : numberOf(text)));
  if (decimal === ',' && all((text) => decimalComma.test(text)))
    return trimmed.map((text) => (text === null ? null : Number(text.replace(',', '.'))));
  if (all((text) => date.test(text))) return trimmed.map((text) => (text === null ? null : new Date(text)));
  return trimmed;
}

function numberOf(text: string): number {
  if (!/inf/i.test(text)) return Number(text);
  return text.startsWith('-') ? -Infinity : Infinity;
}
