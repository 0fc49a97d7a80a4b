import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadRequest, fields } from '../../../kernels/jupyter/session/content.js';

describe('fields of a request', () => {
  const content = fields({ t: 'x', n: 3, yes: true, o: { a: 1 }, nothing: null });

  it('are read as what they must be', () => {
    expect(content.text('t')).toBe('x');
    expect(content.whole('n')).toBe(3);
    expect(content.flag('yes', false)).toBe(true);
    expect(content.object('o')).toEqual({ a: 1 });
  });

  it('have a default where they are missing or null', () => {
    expect(content.text('nothing', 'd')).toBe('d');
    expect(content.whole('absent', 7)).toBe(7);
    expect(content.flag('nothing', true)).toBe(true);
    expect(content.object('absent')).toEqual({});
    expect(() => content.text('absent')).toThrow('"absent" must be a string');
  });

  it('of another type are refused with what they must be', () => {
    expect(() => content.text('n')).toThrow('"n" must be a string');
    expect(() => content.whole('t')).toThrow('"t" must be a whole number');
    expect(() => content.flag('n', true)).toThrow('"n" must be true or false');
    expect(() => content.object('t')).toThrow('"t" must be an object');
    for (const n of [0.5, NaN, Infinity, 2 ** 60]) expect(() => fields({ n }).whole('n')).toThrow(BadRequest);
    expect(() => fields({ o: [] }).object('o')).toThrow(BadRequest);
  });

  it('are refused in no other way, whatever they are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const read of ['text', 'whole', 'flag', 'object'] as const)
          try {
            fields({ value })[read]('value', undefined as never);
          } catch (error) {
            expect(error).toBeInstanceOf(BadRequest);
          }
      }),
    );
  });
});
