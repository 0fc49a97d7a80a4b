import { spawn } from 'node:child_process';
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { vendor } from './vendor.js';

/** The repository's root and what lies below it. */
const home = fileURLToPath(new URL('../..', import.meta.url));
const root = path.join(home, 'src');
const require = createRequire(import.meta.url);

/**
 * Whatever must be in place before Framework starts: packages, fonts, TensorFlow.js's WebAssembly module, and no
 * loader's output in Framework's own cache. Framework keeps what a loader wrote until the loader's file changes, but
 * the one behind our tables stands for all code and never changes itself; Litmus's cache knows better, and is quick.
 * Notebooks import code as well, and run again.
 */
export async function prepare(): Promise<void> {
  await rm(path.join(root, '.observablehq', 'cache', 'data'), { recursive: true, force: true });
  await copyFonts(path.join(root, 'fonts'));
  await copyTensorFlow(path.join(root, 'wasm'));
  const { packages, bundled } = await vendor(root);
  if (bundled) process.stdout.write(`bundled ${packages.map(({ specifier }) => specifier).join(', ')}\n`);
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
    await copyFile(
      path.join(serif, `source-serif-4-latin-wght-${style}.woff2`),
      path.join(target, `source-serif-4-${face}.woff2`),
    );
  await copyFile(path.join(katex, 'katex.min.css'), path.join(target, 'katex.min.css'));
  for (const font of await readdir(path.join(katex, 'fonts')))
    if (font.endsWith('.woff2'))
      await copyFile(path.join(katex, 'fonts', font), path.join(target, 'fonts', font));
}

/** What pages that train load, from the site itself. */
async function copyTensorFlow(target: string): Promise<void> {
  const backend = path.dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'));
  const file = 'tfjs-backend-wasm-simd.wasm';
  await mkdir(target, { recursive: true });
  await copyFile(path.join(backend, 'wasm-out', file), path.join(target, file));
}

/** Runs Framework's own command with telemetry off; resolves to its exit code. */
export async function framework(...args: string[]): Promise<number> {
  const manifest = require.resolve('@observablehq/framework/package.json');
  const bin = path.join(path.dirname(manifest), 'dist', 'bin', 'observable.js');
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: home,
    stdio: 'inherit',
    env: { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: 'true' },
  });
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
