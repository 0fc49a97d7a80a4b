import { expect, test } from 'vitest';
import { parseIdx } from '../../../src/lib/datasets/parse-idx.js';

// Two axes of sizes 2 and 3.
const header = [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3];
const parse = (...bytes: number[]) => parseIdx('digits', Uint8Array.from(bytes));

test('reads sizes and values, also from the middle of a buffer', () => {
  expect(parse(...header, 1, 2, 3, 4, 5, 255)).toEqual({
    shape: [2, 3],
    values: Uint8Array.of(1, 2, 3, 4, 5, 255),
  });
  const within = Uint8Array.from([9, 9, 0, 0, 8, 1, 0, 0, 0, 1, 7]).subarray(2);
  expect(parseIdx('digits', within)).toEqual({ shape: [1], values: Uint8Array.of(7) });
  expect(parse(0, 0, 8, 1, 0, 0, 1, 0, ...new Array<number>(256).fill(1)).shape).toEqual([256]);
});

test.each([
  ['digits: this is no IDX file; it begins with 1f 8b 08 00', [0x1f, 0x8b, 8, 0, 0]],
  ['digits: this is no IDX file; it begins with nothing', []],
  ['digits: values of IDX type 0d; unsigned bytes (08) are read only', [0, 0, 13, 1, 0, 0, 0, 0]],
  ['digits: the header is cut short after 11 bytes', header.slice(0, 11)],
  ['digits: 5 values for an array of 2 × 3; the file may be cut short', [...header, 1, 2, 3, 4, 5]],
  ['digits: 7 values for an array of 2 × 3', [...header, 1, 2, 3, 4, 5, 6, 7]],
])('%s', (message, bytes) => {
  expect(() => parse(...bytes)).toThrow(message);
});
