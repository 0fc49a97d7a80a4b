import { describe, expect, it } from 'vitest';
import { wordAt } from '../../../kernels/jupyter/language/word.js';
import { atCursor } from './at-cursor.js';

describe('wordAt', () => {
  it.each([
    ['a.fo¦o + 1', 'foo'],
    ['¦foo', 'foo'],
    ['foo¦', 'foo'],
    ['foo ¦', ''],
    ['12¦3', ''],
    ['1a¦', 'a'],
    ['this.#pri¦vate', '#private'],
    ['$_é𝒳1¦', '$_é𝒳1'],
    ['😀¦x', 'x'],
    ['¦', ''],
  ])('of %j is %j', (marked, expected) => {
    const [code, cursor] = atCursor(marked);
    const { start, end } = wordAt(code, cursor);
    expect(code.slice(start, end)).toBe(expected);
    expect(start <= cursor && cursor <= end).toBe(true);
  });
});
