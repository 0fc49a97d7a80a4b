import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { experimentsOf, loadPaper, paperSlugs, type PlacedPaper } from '../../kernels/engine/papers.js';
import { root } from '../../kernels/engine/root.js';
import type { Paper } from '../../src/lib/experiment/paper.js';

/**
 * Another machine's mathematics. ECMAScript leaves the last digits of these functions to the engine, and versions of V8
 * do differ; only + - * / and the square root are exact to the last bit. `a ** b` is compiled to `Math.pow` below.
 */
const elsewhere = `const Math = Object.create(globalThis.Math);
for (const name of ['pow', 'exp', 'expm1', 'log', 'log1p', 'log2', 'log10', 'cbrt', 'hypot', 'sin', 'cos', 'tan',
  'asin', 'acos', 'atan', 'atan2', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'])
  Math[name] = (...args) => {
    const value = globalThis.Math[name](...args);
    return Number.isInteger(value) ? value : value * (1 + 2 ** -50);
  };`;

let folder: string;

beforeAll(async () => {
  // Below the checkout, so that packages are found.
  folder = await mkdtemp(path.join(root, 'test', 'fixtures', 'copy-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The paper as a machine with other mathematics reads it. */
async function readElsewhere({ slug, folder: home }: PlacedPaper): Promise<PlacedPaper> {
  const { outputFiles } = await build({
    entryPoints: [path.join(home, 'paper.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    supported: { 'exponent-operator': false },
    banner: { js: elsewhere },
  });
  const file = path.join(folder, `${slug}.js`);
  await writeFile(file, outputFiles[0].text);
  const { paper } = (await import(pathToFileURL(file).href)) as { paper: Paper };
  return { ...paper, folder: home };
}

/** What the keys of results and their parts are made of. */
const parametersOf = (paper: PlacedPaper) =>
  experimentsOf(paper).flatMap(({ name, definition }) =>
    Object.entries(definition.profiles).map(([profile, params]) => ({
      ...{ name, profile, params },
      parts: definition.parts(params),
    })),
  );

it.each(await paperSlugs())('%s has the same parameters and parts on every machine', async (slug) => {
  const paper = await loadPaper(slug);
  expect(parametersOf(await readElsewhere(paper))).toEqual(parametersOf(paper));
});
