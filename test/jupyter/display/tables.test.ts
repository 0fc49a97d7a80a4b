import { runInNewContext } from 'node:vm';
import { desc, from, table } from 'arquero';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { toBundle } from '../../../kernels/jupyter/display/to-bundle.js';

const { document } = new JSDOM('').window;

/** The table as a browser reads it. */
function read(value: unknown) {
  const html = toBundle(value).data['text/html'] as string;
  const root = document.createElement('div');
  root.innerHTML = html;
  const texts = (selector: string, within: Element = root) =>
    Array.from(within.querySelectorAll(selector), (cell) => cell.textContent ?? '');
  return {
    head: texts('th'),
    body: Array.from(root.querySelectorAll('tbody tr'), (row) => texts('td', row)),
    note: texts('p')[0],
    align: Array.from(root.querySelectorAll('th'), (th) => /text-align:(\w+)/.exec(th.outerHTML)?.[1]),
    tags: new Set(Array.from(root.querySelectorAll('*'), ({ localName }) => localName)),
  };
}

const many = (count: number) => Array.from({ length: count }, (_, id) => ({ id, half: id / 2 }));

describe('arrays of objects', () => {
  it('are tables, numbers to the right', () => {
    const rows = [
      { name: 'a', n: 1, x: 0.5 },
      { name: 'b', n: 20, x: null },
      { name: 'c', x: 12.25, extra: true },
    ];
    expect(read(rows)).toMatchObject({
      head: ['name', 'n', 'x', 'extra'],
      body: [
        ['a', '1', '0.50', ''],
        ['b', '20', 'null', ''],
        ['c', '', '12.25', 'true'],
      ],
      note: undefined,
      align: ['left', 'right', 'right', 'left'],
    });
    expect(toBundle(rows).data['text/plain']).toBe(
      'name   n      x  extra\na      1   0.50\nb     20   null\nc         12.25  true',
    );
  });

  it.each<[string, number[], string[]]>([
    ['money', [1234567.89, 0.5, 20, 1e6], ['1234567.89', '0.50', '20.00', '1000000.00']],
    ['large readings', [123456789.123, 987654321.987], ['123456789.12', '987654321.99']],
    ['one large reading', [123456789.123456], ['123456789.12']],
    ['whole numbers', [1, 1234567, 12345678901234], ['1', '1234567', '12345678901234']],
    ['tiny numbers', [1.23456789e-9, 2e-7], ['1.23457e-9', '2e-7']],
    ['measurements', [0.123456789, 12.3456789], ['0.123457', '12.345679']],
    ['shares', [0.25, 0.5, 0.125], ['0.250', '0.500', '0.125']],
    ['large and fine numbers', [1234567.891234, 0.0012345], ['1234567.89', '0.0012345']],
    ['large and tiny numbers', [1234567.891234, 1e-9, -0.5], ['1234567.89', '1e-9', '-0.5']],
    ['no numbers', [NaN, Infinity, 0.5], ['NaN', 'Infinity', '0.5']],
  ])('write %s as a person would, with no digit that is not the data’s', (_, values, texts) => {
    expect(read(values.map((x) => ({ x }))).body).toEqual(texts.map((text) => [text]));
  });

  it('write no number that looks whole and is not', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e15, max: 1e15 }), (x) => {
        const [[text]] = read([{ x }]).body;
        const scale = Math.max(Math.abs(x) < 1 ? Math.abs(x) : 1, Number.MIN_VALUE);
        expect(Math.abs(Number(text) - x)).toBeLessThanOrEqual(0.006 * scale);
      }),
    );
  });

  it('show twenty rows and twenty columns, and say of how many', () => {
    expect(read(many(20)).note).toBeUndefined();
    const { body, note } = read(many(1234));
    expect(body).toHaveLength(20);
    expect(note).toBe('20 of 1,234 rows');
    expect(toBundle(many(1234)).data['text/plain']).toMatch(/\n19 +9.5\n\(20 of 1,234 rows\)$/);
    const wide = [Object.fromEntries(Array.from({ length: 35 }, (_, i) => [`c${i}`, i]))];
    expect(read(wide).head).toHaveLength(20);
    expect(read(wide).note).toBe('20 of 35 columns');
  });

  it('escape whatever a name or a value holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(text !== '__proto__');
        const { tags, head } = read([{ [`<script>${text}`]: `<img src=x onerror="a">${text}` }]);
        expect([...tags].sort()).toEqual(['div', 'table', 'tbody', 'td', 'th', 'thead', 'tr']);
        expect(head).toHaveLength(1);
      }),
    );
    expect(read([{ 'a&<b>': '"<i>\'' }])).toMatchObject({ head: ['a&<b>'], body: [['"<i>\'']] });
  });

  it('show dates, nested values and line breaks on one line', () => {
    const row = {
      day: new Date('2024-02-03'),
      time: new Date('2024-02-03T04:05:06Z'),
      nested: { a: [1, 2] },
      text: 'one\ntwo',
      never: new Date(NaN),
      big: 10n ** 20n,
    };
    expect(read([row]).body).toEqual([
      [
        '2024-02-03',
        '2024-02-03T04:05:06Z',
        '{ a: [ 1, 2 ] }',
        'one↵two',
        'Invalid Date',
        '100000000000000000000',
      ],
    ]);
  });

  it('write the numbers of a column alike, unless that hid one', () => {
    const column = (values: number[]) => read(values.map((x) => ({ x }))).body.map(([cell]) => cell);
    expect(column([1.23456789, 10, 0.5])).toEqual(['1.23457', '10.00000', '0.50000']);
    expect(column([1, 20, 3e9])).toEqual(['1', '20', '3000000000']);
    expect(column([1e-9, 0.5, 2])).toEqual(['1e-9', '0.5', '2']);
    expect(column([0.1 + 0.2, NaN, -Infinity])).toEqual(['0.3', 'NaN', '-Infinity']);
    expect(column([1e300, 0.25])).toEqual(['1e+300', '0.25']);
  });

  it('may come from another realm, or have no prototype', () => {
    expect(read(runInNewContext('[{ a: 1 }]')).body).toEqual([['1']]);
    expect(read([Object.assign(Object.create(null), { a: 1 })]).body).toEqual([['1']]);
  });

  it('are no tables where an item is anything else', () => {
    class Point {
      x = 1;
    }
    for (const value of [[{ a: 1 }, 2], [new Point()], [[1]], [{}], [new Map()], new Array(3)])
      expect(Object.keys(toBundle(value).data)).toEqual(['text/plain']);
  });
});

describe('other collections', () => {
  it('of plain objects are tables too', () => {
    expect(read(new Set([{ a: 1 }, { a: 2 }])).body).toEqual([['1'], ['2']]);
    expect(read(new Set(many(30))).note).toBe('20 of 30 rows');
  });

  it('are read no further than they are shown, and closed', () => {
    let closed = false;
    const endless = {
      *[Symbol.iterator]() {
        try {
          for (let i = 0; ; i++) yield { i };
        } finally {
          closed = true;
        }
      },
    };
    expect(read(endless).note).toBe('first 20 rows');
    expect(closed).toBe(true);
  });

  it('are left alone where reading uses them up', () => {
    const iterator = [{ a: 1 }].values();
    const generator = (function* () {
      yield { a: 1 };
    })();
    expect(toBundle(iterator).data['text/html']).toBeUndefined();
    expect(toBundle(generator).data['text/html']).toBeUndefined();
    expect([...iterator, ...generator]).toHaveLength(2);
  });
});

describe('Arquero tables', () => {
  it('show their rows in their order, with their number', () => {
    const ordered = from(many(50))
      .filter((row: { id: number }) => row.id < 40)
      .orderby(desc('id'));
    const { head, body, note } = read(ordered);
    expect(head).toEqual(['id', 'half']);
    expect(body[0]).toEqual(['39', '19.5']);
    expect(note).toBe('20 of 40 rows');
  });

  it('show their columns where they have no row', () => {
    expect(read(table({ a: [], b: [] }))).toMatchObject({ head: ['a', 'b'], body: [] });
    expect(toBundle(table({ a: [], b: [] })).data['text/plain']).toBe('a  b');
  });
});
