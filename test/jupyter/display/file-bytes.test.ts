import { table } from 'arquero';
import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { html, image, json, svg } from '../../../kernels/jupyter/display/constructors.js';
import { fileBytes } from '../../../kernels/jupyter/display/file-bytes.js';

const text = (value: unknown, extension: string) => new TextDecoder().decode(fileBytes(value, extension));

async function readParquet(value: unknown) {
  const bytes = fileBytes(value, '.parquet');
  const file = new Uint8Array(bytes).buffer;
  const types = parquetMetadata(file)
    .schema.slice(1)
    .map(({ name, type, converted_type: as }) => [name, as ?? type]);
  return { rows: await parquetReadObjects({ file, rowFormat: 'object' }), types: Object.fromEntries(types) };
}

describe('bytes and strings', () => {
  it('are the file itself', () => {
    const bytes = new Uint8Array([0, 255, 10]);
    for (const extension of ['.parquet', '.json', '.any']) expect(fileBytes(bytes, extension)).toBe(bytes);
    expect(fileBytes(bytes.buffer, 'bin')).toEqual(bytes);
    expect(text('é\n', '.TXT')).toBe('é\n');
    expect(text('a,b\n', 'csv')).toBe('a,b\n');
  });

  it('must be JSON in a .json file, and cannot be Parquet', () => {
    expect(text('{"a": 1}', '.json')).toBe('{"a": 1}');
    expect(() => fileBytes('hello', '.json')).toThrow(/not JSON[^]*JSON.stringify/);
    expect(() => fileBytes('hello', '.parquet')).toThrow(/a string makes no .parquet file/);
  });
});

describe('.json', () => {
  it('keeps JSON, and turns tables and typed arrays into it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(typeof value !== 'string');
        expect(JSON.parse(text(value, '.json'))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(text(table({ a: [1, 2] }), '.json')).toBe('[{"a":1},{"a":2}]');
    expect(text({ x: new Float32Array([1, 0.5]) }, '.json')).toBe('{"x":[1,0.5]}');
    expect(text(json([1]), '.json')).toBe('[1]');
  });

  it.each<[unknown, RegExp]>([
    [new Map(), /the value is a Map: write Object.fromEntries/],
    [{ a: { b: new Set() } }, /"b" is a Set/],
    [{ a: 3n }, /"a" is a big integer/],
    [{ f() {} }, /"f" is a function/],
    [Promise.resolve(1), /a promise: await it/],
    [{ a: new BigInt64Array(1) }, /"0" is a big integer/],
    [undefined, /undefined has no JSON/],
  ])('refuses what JSON would lose: %s', (value, message) => {
    expect(() => fileBytes(value, '.json')).toThrow(message);
    expect(() => fileBytes(value, '.json')).toThrow(TypeError);
  });
});

describe('.csv and .tsv', () => {
  const rows = [
    { name: 'a, "b"', value: 1.5, holds: true },
    { name: 'two\nlines\ttabs', value: null, when: new Date(0) },
  ];

  it('quote what would break a line apart', () => {
    expect(text(rows, '.csv')).toBe(
      'name,value,holds,when\n"a, ""b""",1.5,true,\n"two\nlines\ttabs",,,1970-01-01T00:00:00.000Z\n',
    );
    expect(text(rows, '.tsv')).toBe(
      'name\tvalue\tholds\twhen\n"a, ""b"""\t1.5\ttrue\t\n"two\nlines\ttabs"\t\t\t1970-01-01T00:00:00.000Z\n',
    );
    expect(text(table({ a: [1, 2], b: ['x', 'y'] }), '.csv')).toBe('a,b\n1,x\n2,y\n');
  });

  it('refuse what is not flat', () => {
    expect(() => fileBytes([{ a: 1 }, { a: [2] }], '.csv')).toThrow(/column a, row 1/);
  });
});

describe('.parquet', () => {
  it('gives back what went in, column by column', async () => {
    const rows = [
      {
        int: 1,
        real: 0.5,
        mixed: 1,
        text: 'é',
        flag: true,
        big: 2n ** 40n,
        when: new Date(1e12),
        none: null,
      },
      { int: -5, real: NaN, mixed: 2.5, text: '', flag: false, big: -1n, when: new Date(0), none: null },
      { int: null, real: 3e9, mixed: null, text: null, flag: null, big: null, when: null },
    ];
    const { rows: read, types } = await readParquet(rows);
    expect(read).toEqual([rows[0], rows[1], { ...rows[2], none: null }]);
    expect(types).toEqual({
      int: 'INT32',
      real: 'DOUBLE',
      mixed: 'DOUBLE',
      text: 'UTF8',
      flag: 'BOOLEAN',
      big: 'INT64',
      when: 'TIMESTAMP_MILLIS',
      none: 'UTF8',
    });
  });

  it('gives back any flat rows', async () => {
    const row = fc.record({
      number: fc.option(fc.double()),
      text: fc.option(fc.string({ unit: 'grapheme' })),
      flag: fc.option(fc.boolean()),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 50 }), async (rows) => {
        expect((await readParquet(rows)).rows).toEqual(rows);
      }),
      { numRuns: 50 },
    );
  });

  it('takes 32 bits where they hold a column, and not for minus zero', async () => {
    const typeOf = async (values: number[]) => (await readParquet(values.map((x) => ({ x })))).types.x;
    expect(await typeOf([2 ** 31 - 1, -(2 ** 31)])).toBe('INT32');
    expect(await typeOf([2 ** 31])).toBe('DOUBLE');
    expect(await typeOf([1, -0])).toBe('DOUBLE');
  });

  it('takes Arquero tables, also without rows', async () => {
    const filtered = table({ a: [1, 2, 3], b: ['x', 'y', 'z'] }).filter((d: { a: number }) => d.a > 1);
    expect((await readParquet(filtered)).rows).toEqual([
      { a: 2, b: 'y' },
      { a: 3, b: 'z' },
    ]);
    expect((await readParquet(table({ a: [] }))).rows).toEqual([]);
  });

  it.each<[unknown, RegExp]>([
    [[{ a: 1 }, { a: 'x' }], /column a, row 1: STRING after INT32/],
    [[{ a: [1] }], /column a, row 0: [^]*arrays[^]*JSON.stringify/],
    [[{ a: 2n ** 64n }], /column a, row 0/],
    [[], /makes no .parquet file: give an Arquero table, a non-empty array of objects/],
    [{ a: [1, 2] }, /\{ a: \[ 1, 2 \] \} makes no .parquet file/],
  ])('says what is wrong with %s', (value, message) => {
    expect(() => fileBytes(value, '.parquet')).toThrow(message);
    expect(() => fileBytes(value, '.parquet')).toThrow(TypeError);
  });
});

describe('what is shown', () => {
  const { document } = new JSDOM('').window;
  document.body.innerHTML = '<svg width="4" height="3"></svg><p>a</p>';
  const [picture, paragraph] = document.body.children;

  it('becomes a file of its own kind', () => {
    expect(text(picture, '.svg')).toBe('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>');
    expect(text(paragraph, '.html')).toBe('<p>a</p>');
    expect(text(html`<b>${'<'}</b>`, '.html')).toBe('<b>&lt;</b>');
    expect(text(svg('<svg/>'), '.svg')).toBe('<svg/>');
    const gif = Buffer.from('GIF89a\xff', 'latin1');
    expect(fileBytes(image(gif), '.gif')).toEqual(gif);
  });

  it('becomes no other kind', () => {
    expect(() => fileBytes(paragraph, '.svg')).toThrow(/makes no .svg file: give an <svg> node/);
    expect(() => fileBytes(html('x'), '.svg')).toThrow(/<text\/html> makes no .svg file/);
    expect(() => fileBytes(42, '.txt')).toThrow('42 makes no .txt file: give a string, a Uint8Array');
  });
});
