import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readIfThere } from '../../engine/cache.js';
import { sha256 } from '../../engine/checksum.js';
import { stableJson } from '../../engine/key.js';
import { root } from '../../engine/root.js';
import { outputExtension } from '../../jupyter/notebooks/output-extension.js';
import { runNotebook } from '../../jupyter/notebooks/run-notebook.js';
import { readSourceGraph } from './source-graph.js';

/** What runs notebooks. */
const runner = path.join(root, 'kernels', 'jupyter', 'notebooks', 'run-notebook.ts');

/** Stands for all that a notebook's output is made from: its own text, the modules and files that it names, what runs it. */
export async function notebookKey(file: string): Promise<string> {
  const text = await readFile(file, 'utf8');
  const named = Array.from(text.matchAll(/["'`](litmus:|\.\.?\/)([^"'`\\]+)/g), ([, scheme, rest]) =>
    scheme === 'litmus:' ? path.join(root, rest) : path.resolve(path.dirname(file), scheme + rest),
  );
  const files = await Promise.all(
    [...new Set(named)].sort().map(async (name) => [name, await readIfThere(name)] as const),
  );
  const modules = files.filter(([name, bytes]) => bytes && /\.[jt]s$/.test(name)).map(([name]) => name);
  const graph = await readSourceGraph([...modules, runner]);
  const contents = files.map(([name, bytes]) => [path.relative(root, name), bytes ? sha256(bytes) : null]);
  return sha256(
    stableJson({ text, contents, code: graph.fingerprint([...modules, runner]), node: process.version }),
  );
}

/** Runs a notebook that is a loader. @throws {Failure} where it gives no such file */
export async function runLoaderNotebook(
  notebook: string,
  { err, signal }: { err(text: string): void; readonly signal: AbortSignal },
): Promise<Uint8Array> {
  const file = path.relative('', notebook);
  const text = await readFile(file, 'utf8');
  return runNotebook({ file, text, extension: outputExtension(file), signal, err, colors: false });
}
