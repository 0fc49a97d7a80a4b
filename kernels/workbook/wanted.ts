import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type BuildFailure, type Loader, type Message, type Plugin } from 'esbuild';
import { type Mistake, readCells } from './cells.js';

/** All pages below the root of the workbook, as absolute paths. */
export async function findPages(root: string): Promise<string[]> {
  const files = await readdir(root, { recursive: true });
  return files
    .filter((file) => file.endsWith('.md') && !file.startsWith('.observablehq'))
    .sort()
    .map((file) => path.resolve(root, file));
}

/** What pages import. */
export interface Wanted {
  /** Packages, as they are imported: `arquero`, `@observablehq/plot`. */
  readonly specifiers: readonly string[];
  /** What could not be read, and was left out. */
  readonly mistakes: readonly Mistake[];
}

/**
 * The packages that pages import, themselves or through modules of ours. An import of types alone does not count. A cell
 * or a module that cannot be read is left out, since it keeps no other from working.
 *
 * @throws {Error} where a page imports what Framework would fetch from the network (`npm:…`).
 */
export async function wantedPackages(root: string, pages: readonly string[]): Promise<Wanted> {
  const mistakes: Mistake[] = [];
  for (;;) {
    try {
      const { specifiers, inCells } = await collect(root, pages, mistakes);
      return { specifiers, mistakes: [...inCells, ...mistakes] };
    } catch (error) {
      const found = (error as BuildFailure).errors.map(mistakeOf);
      // Each round leaves out what the one before could not read.
      const isNew = found.every((one) => one && !mistakes.some((known) => isSame(known, one)));
      if (!isNew) throw error;
      mistakes.push(...(found as Mistake[]));
    }
  }
}

const isSame = (a: Mistake, b: Mistake) => a.file === b.file && a.line === b.line && a.message === b.message;

function mistakeOf({ location, text, pluginName }: Message): Mistake | undefined {
  if (pluginName || !location) return undefined;
  return { file: path.resolve(location.file), line: location.line, message: text };
}

async function collect(root: string, pages: readonly string[], known: readonly Mistake[]) {
  const wanted = new Set<string>();
  const inCells: Mistake[] = [];
  const plugin: Plugin = {
    name: 'collect-packages',
    setup(bundle) {
      bundle.onLoad({ filter: /\.md$/ }, async ({ path: file }) => {
        const lines = known.filter((mistake) => mistake.file === file).map(({ line }) => line);
        const { code, mistakes } = await readCells(file, await readFile(file, 'utf8'), new Set(lines));
        inCells.push(...mistakes);
        return { contents: code, loader: 'ts', resolveDir: path.dirname(file) };
      });
      bundle.onLoad({ filter: /\.[jt]sx?$/ }, async ({ path: file }) => {
        // Of a module in CommonJS, any name may be imported.
        if (known.some((mistake) => mistake.file === file)) return { contents: 'module.exports = {}' };
        // What a thread of the browser is started with, by its address, is followed as what is imported.
        const contents = (await readFile(file, 'utf8')).replaceAll('import.meta.resolve(', 'import(');
        return { contents, loader: path.extname(file).slice(1) as Loader };
      });
      bundle.onResolve({ filter: /^(npm|jsr|https?):/ }, ({ path: specifier, importer }) => ({
        errors: [
          {
            text:
              `${path.relative(root, importer)} imports "${specifier}", which needs the network: install the ` +
              `package and import it by its name ("${specifier.replace(/^\w+:/, '')}")`,
          },
        ],
      }));
      // In Framework a leading slash means the root of the workbook.
      bundle.onResolve({ filter: /^\// }, ({ path: specifier, kind, pluginData }) =>
        kind === 'entry-point' || pluginData === plugin
          ? undefined
          : bundle.resolve(`.${specifier}`, { kind, resolveDir: root, pluginData: plugin }),
      );
      bundle.onResolve({ filter: /^[^./]/ }, ({ path: specifier, kind }) => {
        if (kind === 'entry-point') return undefined;
        if (!specifier.includes(':')) wanted.add(specifier);
        return { path: specifier, external: true };
      });
    },
  };
  await build({
    entryPoints: [...pages],
    bundle: true,
    write: false,
    outdir: root,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
    plugins: [plugin],
  });
  return { specifiers: [...wanted].sort(), inCells };
}
