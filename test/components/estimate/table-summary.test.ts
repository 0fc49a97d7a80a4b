import { describe, expect, it } from 'vitest';
import { drawnRows } from '../../../src/components/estimate/drawn-rows.js';
import { exampleTable } from '../../../src/components/estimate/example-table.js';
import { type Table, tableOf } from '../../../src/lib/estimation/table.js';
import { askableColumns, summaryOf } from '../../../src/lib/estimation/table-summary.js';

const tableWith = (columns: Readonly<Record<string, readonly unknown[]>>): Table =>
  tableOf('own.csv', { columns: new Map(Object.entries(columns)), notes: [] });

const six = [0, 1, 2, 3, 4, 5];

describe('the summary of a table', () => {
  it('says of each column what it holds, what is missing, and why it is not taken', () => {
    const table = tableWith({
      id: six.map((i) => `row ${i}`),
      number: [0.5, null, 1.5, 2.5, 3.5, 4.5],
      same: six.map(() => 7),
      nested: six.map((i) => [i]),
      endless: [1, 2, 3, 4, 5, Infinity],
      empty: six.map(() => null),
    });
    const summary = summaryOf(table, null);
    expect(summary.columns.map(({ name, kind, missing }) => [name, kind, missing])).toEqual([
      ['id', 'labels', 0],
      ['number', 'continuous', 1],
      ['same', 'constant', 0],
      ['nested', null, 0],
      ['endless', null, 0],
      ['empty', null, 6],
    ]);
    expect(summary.columns[3].found).toContain('column "nested" is nested');
    expect(summary.columns[4].found).toContain('is Infinity');
    expect(summary.columns[5].found).toBe('no value');
    expect(askableColumns(summary).map(({ name }) => name)).toEqual(['number']);
    expect(() => summaryOf(tableWith({ a: [], b: [] }), null)).toThrow(
      'there is a heading and no row below it',
    );
  });

  it('of the example offers five columns, a hump first', () => {
    const summary = summaryOf(exampleTable(), null);
    expect(askableColumns(summary).map(({ name, kind }) => [name, kind])).toEqual([
      ['dose', 'continuous'],
      ['response', 'continuous'],
      ['group', 'labels'],
      ['weight', 'tied'],
      ['temperature', 'continuous'],
    ]);
    expect(summary.columns[3].missing).toBeGreaterThan(0);
  });
});

describe('the rows that are drawn', () => {
  it('are those in which no column that is used misses a value, as they stand in the table', () => {
    const table = tableWith({
      when: six.map((i) => new Date(i)),
      count: [0n, 1n, null, 3n, 4n, 5n],
      flag: [true, false, true, true, null, false],
    });
    expect(drawnRows(table, { x: ['when'], y: ['count'] })).toEqual({
      x: [[0, 1, 3, 4, 5].map((i) => new Date(i))],
      y: [[0, 1, 3, 4, 5]],
      of: 5,
    });
    expect(drawnRows(table, { x: ['flag'], y: ['when'], given: ['count'] })).toMatchObject({
      x: [['true', 'false', 'true', 'false']],
      of: 4,
    });
  });

  it('join x with the y of so many rows later', () => {
    const table = tableWith({ x: six, y: six.map((i) => 10 * i) });
    expect(drawnRows(table, { x: ['x'], y: ['y'], lag: 2 })).toEqual({
      x: [[0, 1, 2, 3]],
      y: [[20, 30, 40, 50]],
      of: 4,
    });
  });

  it('are a sample of many, each row once', () => {
    const many = Array.from({ length: 5000 }, (_, i) => i);
    const {
      x: [x],
      y: [y],
      of,
    } = drawnRows(tableWith({ x: many, y: many }), { x: ['x'], y: ['y'] });
    expect([x.length, new Set(x).size, of]).toEqual([2000, 2000, 5000]);
    expect(y).toEqual(x);
  });
});
