import { describe, expect, it } from 'vitest';
import {
  axisLabel,
  checkRows,
  flag,
  float64,
  int32,
  oneOf,
  orNull,
  type Row,
  type Schema,
  text,
} from '../../../src/lib/experiment/column.js';

const schema: Schema = {
  n: orNull(int32('count')),
  x: orNull(float64('information', 'nats')),
  name: orNull(text('name')),
  ok: orNull(flag('success')),
};
const row: Row = { n: 1, x: 0.5, name: 'a', ok: true };

describe('columns', () => {
  it('label an axis with the unit where there is one', () => {
    expect(axisLabel(schema.x)).toBe('information (nats)');
    expect(axisLabel(schema.n)).toBe('count');
  });

  it('accept values of their type, and null for a missing one', () => {
    expect(() => checkRows('t', schema, [row, { n: null, x: null, name: null, ok: null }])).not.toThrow();
  });

  it.each([
    ['an unknown column', { ...row, y: 1 }, 'unknown column "y"'],
    ['a missing column', { n: 1, x: 1, name: 'a' }, 'column ok: missing'],
    ['NaN', { ...row, x: NaN }, 'NaN is not a finite number'],
    ['infinity', { ...row, x: -Infinity }, '-Infinity is not a finite number'],
    ['a fraction as an integer', { ...row, n: 1.5 }, '1.5 is not a 32-bit integer'],
    ['an integer beyond 32 bits', { ...row, n: 2 ** 31 }, 'is not a 32-bit integer'],
    ['text for a number', { ...row, x: '1' }, 'expected a number, got "1"'],
    ['a number for text', { ...row, name: 3 }, 'expected a string, got 3'],
  ])('refuse %s and say where', (_, wrong, message) => {
    const check = () => checkRows('plane', schema, [row, wrong as Row]);
    expect(check).toThrow(message);
    expect(check).toThrow('table plane, row 1');
  });
});

describe('columns that say what they hold', () => {
  const columns = {
    n: int32('count'),
    x: float64('information', 'nats'),
    rate: orNull(float64('rate')),
    name: text('name'),
    arm: oneOf('arm of the comparison', ['ours', 'theirs']),
    ok: flag('success'),
  };
  const filled = { n: 1, x: 0.5, rate: 0.1, name: 'a', arm: 'ours', ok: true };

  it('describe themselves as data', () => {
    expect(columns.x).toEqual({ type: 'float64', nullable: false, description: 'information', unit: 'nats' });
    expect(columns.n).toEqual({ type: 'int32', nullable: false, description: 'count' });
    expect(columns.rate).toEqual({ type: 'float64', nullable: true, description: 'rate' });
    expect(columns.arm).toMatchObject({ type: 'string', values: ['ours', 'theirs'] });
  });

  it('accept null where they say so', () => {
    expect(() => checkRows('t', columns, [filled, { ...filled, rate: null }])).not.toThrow();
  });

  it.each([
    [
      'null elsewhere',
      { ...filled, x: null },
      'column x: null, though the column is not declared with orNull',
    ],
    [
      'NaN',
      { ...filled, x: NaN },
      'NaN is not a finite number (declare the column with orNull and write null)',
    ],
    [
      'a text that is none of the values',
      { ...filled, arm: 'mine' },
      'column arm: "mine" is none of ours, theirs',
    ],
    ['a missing value', { ...filled, ok: undefined as never }, 'column ok: missing'],
  ])('refuse %s', (_, wrong, message) => {
    expect(() => checkRows('t', columns, [wrong])).toThrow(message);
  });
});
