import { mkdir, readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { readIfThere } from '../engine/cache.js';
import { root } from '../engine/root.js';
import { takeLock } from '../engine/take-lock.js';
import { writeWholeFile } from '../engine/whole-file.js';
import type { Mistake } from './cells.js';
import { vendor } from './vendor.js';

/** The root of the workbook. */
export const workbook = path.join(root, 'src');

const require = createRequire(import.meta.url);

/**
 * Puts in place what must be there before Framework starts: packages, fonts, TensorFlow.js's WebAssembly module. What is
 * there already stays as it is, since a preview of this checkout may be serving it.
 *
 * @returns what is wrong with pages and modules, which Framework shows in their place or cannot build
 */
export async function prepare(): Promise<readonly Mistake[]> {
  const cache = path.join(workbook, '.observablehq', 'cache');
  await mkdir(cache, { recursive: true });
  const release = await takeLock(path.join(cache, 'prepare.lock'));
  try {
    await copyFonts(path.join(workbook, 'fonts'));
    await copyTensorFlow(path.join(workbook, 'wasm'));
    const { packages, bundled, mistakes } = await vendor(workbook);
    if (bundled) process.stdout.write(`bundled ${packages.map(({ specifier }) => specifier).join(', ')}\n`);
    return mistakes;
  } finally {
    await release();
  }
}

/** The serif of the text, and what KaTeX's style sheet needs, from their packages. */
async function copyFonts(target: string): Promise<void> {
  const serif = path.join(
    path.dirname(require.resolve('@fontsource-variable/source-serif-4/package.json')),
    'files',
  );
  const katex = path.dirname(require.resolve('katex'));
  await mkdir(path.join(target, 'fonts'), { recursive: true });
  for (const [face, style] of [
    ['roman', 'normal'],
    ['italic', 'italic'],
  ])
    await refresh(
      path.join(serif, `source-serif-4-latin-wght-${style}.woff2`),
      path.join(target, `source-serif-4-${face}.woff2`),
    );
  await refresh(path.join(katex, 'katex.min.css'), path.join(target, 'katex.min.css'));
  for (const font of await readdir(path.join(katex, 'fonts')))
    if (font.endsWith('.woff2'))
      await refresh(path.join(katex, 'fonts', font), path.join(target, 'fonts', font));
}

/** What pages that train load, from the site itself. */
async function copyTensorFlow(target: string): Promise<void> {
  const backend = path.dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'));
  const file = 'tfjs-backend-wasm-simd.wasm';
  await mkdir(target, { recursive: true });
  await refresh(path.join(backend, 'wasm-out', file), path.join(target, file));
}

/** Copies a file where the copy is not the same already. */
async function refresh(source: string, target: string): Promise<void> {
  const wanted = await readFile(source);
  const there = await readIfThere(target);
  if (!there || !wanted.equals(there)) await writeWholeFile(target, wanted);
}
