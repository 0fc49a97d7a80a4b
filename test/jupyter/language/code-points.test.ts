import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointOffset, utf16Offset } from '../../../kernels/jupyter/language/code-points.js';

const text = fc.string({ unit: 'binary' });

describe('utf16Offset', () => {
  it('is the length of so many code points', () => {
    fc.assert(
      fc.property(text, fc.nat(30), (text, codePoints) => {
        expect(utf16Offset(text, codePoints)).toBe(Array.from(text).slice(0, codePoints).join('').length);
      }),
    );
  });

  it('counts an emoji once', () => {
    expect(utf16Offset('a😀b', 2)).toBe(3);
  });

  it('stays within the text', () => {
    expect([-1, 0, 99].map((codePoints) => utf16Offset('😀', codePoints))).toEqual([0, 0, 2]);
  });
});

describe('codePointOffset', () => {
  it('undoes utf16Offset', () => {
    fc.assert(
      fc.property(text, fc.nat(30), (text, wanted) => {
        const codePoints = Math.min(wanted, Array.from(text).length);
        expect(codePointOffset(text, utf16Offset(text, codePoints))).toBe(codePoints);
      }),
    );
  });

  it('counts half a pair as a whole one', () => {
    expect([0, 1, 2, 3, 9].map((utf16) => codePointOffset('😀b', utf16))).toEqual([0, 1, 1, 2, 2]);
  });
});
