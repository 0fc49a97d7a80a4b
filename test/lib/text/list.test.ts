import { expect, it } from 'vitest';
import { listed } from '../../../src/lib/text/list.js';

it('lists names as a sentence does', () => {
  expect(listed(['a'])).toBe('a');
  expect(listed(['a', 'b'])).toBe('a and b');
  expect(listed(new Set(['a', 'b', 'c']))).toBe('a, b and c');
  expect(() => listed([])).toThrow('nothing to list');
});
