import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { root } from '../../../kernels/engine/root.js';
import { runNotebook } from '../../../kernels/jupyter/notebooks/run-notebook.js';
import { bits } from '../../../src/lib/information/bits.js';

const shipped = [
  'docs/notebooks/estimating-mutual-information.ipynb',
  'src/data/notebooks/kraskov.parquet.ipynb',
];

interface StoredCell {
  readonly cell_type: string;
  readonly execution_count?: number | null;
  readonly outputs?: readonly { readonly output_type: string; readonly data?: Record<string, unknown> }[];
}

async function run(file: string, extension: string, cell?: string): Promise<Uint8Array> {
  const text = await readFile(path.join(root, file), 'utf8');
  const { signal } = new AbortController();
  const options = { file: path.join(root, file), text, extension, cell, signal, colors: false };
  return runNotebook({ ...options, err: () => undefined });
}

interface Row {
  readonly rho: number;
  readonly k: number;
  readonly n: number;
  readonly samples: number;
  readonly bias: number;
  readonly low: number;
  readonly high: number;
  readonly spread: number;
}

describe.each(shipped)('%s', (file) => {
  it('is stored with the outputs of a run of all its cells in their order', async () => {
    const notebook = JSON.parse(await readFile(path.join(root, file), 'utf8')) as {
      metadata: { kernelspec: object };
      cells: readonly StoredCell[];
    };
    expect(notebook.metadata.kernelspec).toMatchObject({ name: 'litmus', language: 'typescript' });
    const code = notebook.cells.filter((cell) => cell.cell_type === 'code');
    expect(code.map((cell) => cell.execution_count)).toEqual(code.map((_, i) => i + 1));
    const outputs = code.flatMap((cell) => cell.outputs ?? []);
    expect(outputs.length).toBeGreaterThan(0);
    expect(outputs.filter(({ output_type: type }) => type === 'error' || type === 'stream')).toEqual([]);
  });

  it('names no place of the machine that it ran on', async () => {
    const text = await readFile(path.join(root, file), 'utf8');
    expect(text).not.toMatch(/file:\/\/|[A-Z]:\\\\|["' (](\/home\/|\/Users\/|\/root\/|\/tmp\/)/);
    expect(text).not.toContain(root);
  });
});

/** Standard errors of a mean that a right one stays below but for one time in 16 000. */
const far = 4;

it('the loader measures what is known: no bias without dependence, less and less with it', async () => {
  const bytes = await run('src/data/notebooks/kraskov.parquet.ipynb', 'parquet');
  const rows = (await parquetReadObjects({ file: new Uint8Array(bytes).buffer })) as unknown as Row[];
  expect(rows).toHaveLength(3 * 3 * 6);
  for (const { rho, n, samples, bias, low, high, spread } of rows) {
    const error = spread / Math.sqrt(samples);
    // Student's interval with 99 degrees of freedom.
    expect(bias - low).toBeCloseTo(1.984 * error, 3);
    expect(high - bias).toBeCloseTo(1.984 * error, 3);
    if (rho === 0) expect(Math.abs(bias)).toBeLessThan(far * error);
    // The estimator's own bias there is at most about 0.015 nats: seen on a thousand samples, and by SciPy's k-d tree.
    if (n === 800) expect(Math.abs(bias)).toBeLessThan(0.015 + far * error);
  }
  const at = (rho: number, k: number, n: number) =>
    rows.find((row) => row.rho === rho && row.k === k && row.n === n)!;
  for (const rho of [0, 0.5, 0.9])
    for (const k of [1, 3, 10]) expect(at(rho, k, 800).spread).toBeLessThan(at(rho, k, 25).spread);
  // Few pairs and strong dependence: ten neighbours fall far short, one does not.
  expect(at(0.9, 10, 25).high).toBeLessThan(-0.4);
  expect(at(0.9, 1, 25).bias).toBeGreaterThan(at(0.9, 10, 25).bias + 0.2);
});

it('the notebook that explores comes to the closed form as samples grow, and its stored table is that', async () => {
  const file = 'docs/notebooks/estimating-mutual-information.ipynb';
  const found = JSON.parse(Buffer.from(await run(file, 'json', 'study')).toString()) as Row[];
  expect(found.map(({ n }) => n)).toEqual([25, 50, 100, 200, 400, 800]);
  const { bias, spread } = found.at(-1)!;
  expect(Math.abs(bias)).toBeLessThan(0.015 + (far * spread) / Math.sqrt(100));
  expect(Math.abs(bias)).toBeLessThan(Math.abs(found[0].bias));

  const stored = await readFile(path.join(root, file), 'utf8');
  for (const row of found) expect(stored).toContain(row.spread.toFixed(6));
});

interface Asked {
  readonly estimator: string;
  readonly nats: number;
  readonly interval: readonly [number, number];
  readonly p: number;
  readonly leftOut: number;
}

it('the notebook that explores asks a table, whose information is known, and shows sentence, interval and p value', async () => {
  const file = 'docs/notebooks/estimating-mutual-information.ipynb';
  const found = JSON.parse(Buffer.from(await run(file, 'json', 'answer')).toString()) as Asked;
  expect(found).toMatchObject({ estimator: 'kraskov', p: 1 / 200, leftOut: 2 });
  const [low, high] = found.interval;
  // The law that made it: the dose uniform, the response 4 d (1 − d) and 0.3 times a normal.
  const density = (y: number, x: number) =>
    Math.exp(-(((y - 4 * x * (1 - x)) / 0.3) ** 2) / 2) / (0.3 * Math.sqrt(2 * Math.PI));
  const doses = Array.from({ length: 400 }, (_, i) => (i + 0.5) / 400);
  const step = 0.01;
  let entropy = 0;
  for (let y = -2; y < 3; y += step) {
    const p = doses.reduce((sum, x) => sum + density(y, x) / doses.length, 0);
    if (p > 0) entropy -= step * p * Math.log(p);
  }
  const truth = entropy - 0.5 * Math.log(2 * Math.PI * Math.E * 0.3 ** 2);
  expect(low).toBeLessThan(truth);
  expect(high).toBeGreaterThan(truth);

  const stored = await readFile(path.join(root, file), 'utf8');
  expect(stored).toContain(`nats: ${found.nats}`);
  expect(stored).toContain(
    `Knowing dose tells you ${found.nats.toFixed(3)} nats, or ${bits(found.nats).toFixed(3)} bits, about response (95 %: ${low.toFixed(3)} to`,
  );
});
