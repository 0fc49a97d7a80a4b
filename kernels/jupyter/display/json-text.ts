import { types } from 'node:util';
import { isTable } from './records.js';

/**
 * A value as JSON: Arquero tables as arrays of objects, typed arrays as arrays of numbers; NaN
 * and infinity become null, as always in JSON.
 *
 * @throws {TypeError} for what JSON would lose without a word: maps, sets, functions, big integers, cycles.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key, item: unknown) {
    // `item` is what a toJSON of its own has made of it, which for tables and buffers is something else.
    const own = this[key];
    if (isTable(own)) return own.objects();
    if (types.isTypedArray(own)) return Array.from(own as ArrayLike<unknown>);
    const problem = lost(item);
    if (problem) throw new TypeError(`${key === '' ? 'the value' : `"${key}"`} is ${problem}`);
    return item;
  });
  if (text === undefined) throw new TypeError('undefined has no JSON');
  return text;
}

/** What has no JSON, and what to write instead. */
function lost(item: unknown): string | undefined {
  if (types.isMap(item)) return 'a Map: write Object.fromEntries(map)';
  if (types.isSet(item)) return 'a Set: write [...set]';
  if (types.isPromise(item)) return 'a promise: await it';
  if (typeof item === 'bigint') return 'a big integer: write Number(x) or String(x)';
  if (typeof item === 'function' || typeof item === 'symbol') return `a ${typeof item}`;
  return undefined;
}
