import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ValueFile } from '../../../kernels/jupyter/cells/events.js';
import { type CellRunner, startCellRunner } from '../../../kernels/jupyter/notebooks/cell-runner.js';

let folder: string;
let runner: CellRunner;
let printed: string;
let number = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'litmus-'));
  runner = startCellRunner(folder, {
    printed: (text, label) => (printed += `${label} ${text}`),
    log: () => undefined,
  });
  await runner.ready();
});

afterAll(async () => {
  await runner.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs a cell of its own and makes a file of its value. */
async function file(source: string, extension: string) {
  printed = '';
  const { error } = await runner.run((number += 1), source);
  expect(error).toBeUndefined();
  return runner.file([number], extension);
}

function bytesOf(made: ValueFile): Uint8Array {
  if (!made || !('bytes' in made)) throw new Error(JSON.stringify(made));
  return made.bytes;
}

const decode = (made: ValueFile) => Buffer.from(bytesOf(made)).toString('utf8');
const text = async (source: string, extension: string) => decode(await file(source, extension));
const bytes = async (source: string, extension: string) => bytesOf(await file(source, extension));

describe('a value as a file', () => {
  it('of JSON', async () => {
    expect(JSON.parse(await text('({a: [1, 2, "ß"]})', 'json'))).toEqual({ a: [1, 2, 'ß'] });
  });

  it('of CSV and TSV, from rows and from a table of Arquero', async () => {
    expect(await text('[{a: 1, b: "x,y"}, {a: 2, b: null}]', '.csv')).toBe('a,b\n1,"x,y"\n2,\n');
    expect(await text('import { table } from "arquero"; table({a: [1, 2], b: ["x", "y"]})', 'tsv')).toBe(
      'a\tb\n1\tx\n2\ty\n',
    );
  });

  it('of Parquet', async () => {
    const made = await bytes('[{a: 1, b: 0.5, c: "x"}, {a: 2, b: null, c: "y"}]', 'parquet');
    expect(await parquetReadObjects({ file: new Uint8Array(made).buffer })).toEqual([
      { a: 1, b: 0.5, c: 'x' },
      { a: 2, b: null, c: 'y' },
    ]);
  });

  it('of SVG and HTML, from a chart', async () => {
    const chart = '(await import("@observablehq/plot")).dot([[1, 2]]).plot()';
    expect(await text(chart, 'svg')).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[\s\S]*<circle/);
    expect(await text(chart, 'html')).toMatch(/^<svg[\s\S]*<circle/);
    expect(await text('html`<b>${"<"}</b>`', 'html')).toBe('<b>&lt;</b>');
  });

  it('of text and of any other bytes, a part of a larger buffer too', async () => {
    expect(await text('"a text"', 'txt')).toBe('a text');
    expect([...(await bytes('Uint8Array.of(0, 255)', 'bin'))]).toEqual([0, 255]);
    expect([...(await bytes('new Uint8Array(8).fill(7).subarray(2, 4)', 'bin'))]).toEqual([7, 7]);
  });

  it('leaves the value as it is', async () => {
    expect([...(await bytes('const kept = Uint8Array.of(1, 2);\nkept', 'bin'))]).toEqual([1, 2]);
    expect([...(await bytes('kept', 'bin'))]).toEqual([1, 2]);
  });

  it('waits for a promise, and takes the latest value of a cell that was run again', async () => {
    expect(await text('await new Promise((resolve) => setTimeout(resolve, 20, "late"))', 'txt')).toBe('late');
    await runner.run(1001, 'const base = 1');
    await runner.run(1002, 'const twice = 2 * base;\ntwice');
    await runner.run(1001, 'const base = 10');
    expect(decode(await runner.file([1002], 'json'))).toBe('20');
  });

  it('says which value makes no such file', async () => {
    const made = await file('new Map([[1, 2]])', 'csv');
    expect(made).toMatchObject({
      cellId: String(number),
      error: { ename: 'TypeError', evalue: expect.stringContaining('makes no .csv file') as string },
    });
  });
});

describe('which cell has a value', () => {
  it('is the first of those asked for', async () => {
    await runner.run(2001, '1');
    await runner.run(2002, 'console.log("nothing to show");');
    await runner.run(2003, 'const defined = 3;');
    await runner.run(2004, 'undefined');
    await runner.run(2005, '5;');
    expect(await runner.file([2005, 2004, 2003, 2002, 2001], 'json')).toMatchObject({ cellId: '2001' });
    expect(await runner.file([2005, 2004, 2003, 2002], 'json')).toBeUndefined();
    expect(await runner.file([9999], 'json')).toBeUndefined();
  });

  it('is the one that failed last, where one did after it had a value', async () => {
    await runner.run(2101, 'const given: {x?: number} = {x: 1}');
    await runner.run(2102, 'given.x!.toFixed(1)');
    await runner.run(2101, 'const given: {x?: number} = {}');
    expect(await runner.file([2102, 2101], 'txt')).toMatchObject({
      cellId: '2102',
      error: { ename: 'TypeError' },
      failed: true,
    });
    await runner.run(2101, 'const given: {x?: number} = {x: 2}');
    await runner.run(2103, 'given.y');
    expect(await runner.run(2104, 'comesLater + 1')).not.toHaveProperty('error.ename');
    expect(await runner.file([2102], 'txt')).toMatchObject({
      cellId: '2104',
      error: { evalue: 'comesLater is not defined' },
      failed: true,
    });
    await runner.run(2105, 'const comesLater = 1');
    expect(await runner.file([2104], 'json')).toHaveProperty('bytes');
  });
});

describe('a run', () => {
  it('is named as in tracebacks, and tells what was printed, by which cell', async () => {
    printed = '';
    const { label } = await runner.run(3001, 'console.log("out"); console.error("err")');
    expect(label).toMatch(/^\[\d+\]$/);
    expect(printed).toBe(`${label} out\n${label} err\n`);
  });

  it('that asks for input fails, since nobody answers', async () => {
    const { error } = await runner.run(3002, 'await input("name?")');
    expect(error?.evalue).toBe('this client takes no input');
  });

  it('finds files beside the notebook', async () => {
    expect((await runner.run(3003, 'import.meta.dirname')).error).toBeUndefined();
    expect(decode(await runner.file([3003], 'txt'))).toBe(folder);
  });
});
