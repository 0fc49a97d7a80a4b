import { types } from 'node:util';
import { firstValues, spread } from './number-summary.js';
import { numberText } from './number-text.js';

/** A typed array in words: its length, its first values, and how they spread. `undefined` for anything else. */
export function typedArraySummary(value: unknown): string | undefined {
  // A Buffer is text or a file as often as numbers: Node's own notation suits it better.
  if (!types.isTypedArray(value) || Buffer.isBuffer(value)) return undefined;
  const name = `${value[Symbol.toStringTag]}(${value.length})`;
  if (types.isBigInt64Array(value) || types.isBigUint64Array(value))
    return `${name} ${firstValues<bigint>(value, (item) => `${item}n`)}`;
  const numbers = value as Exclude<typeof value, BigInt64Array | BigUint64Array>;
  const about = numbers.length > 1 ? `\n${spread(numbers)}` : '';
  return `${name} ${firstValues<number>(numbers, numberText)}${about}`;
}
