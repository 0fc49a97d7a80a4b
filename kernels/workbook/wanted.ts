import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';

/** The JavaScript and TypeScript cells of a page, in their order; inline `${…}` can import nothing. */
export function cells(markdown: string): string {
  const fences = markdown.matchAll(/^```(?:js|ts|jsx|tsx)\b(?![^\n]*\brun=false)[^\n]*\n([\s\S]*?)^```/gm);
  return Array.from(fences, ([, code]) => code).join('\n');
}

/** All pages below the root of the workbook, as absolute paths. */
export async function findPages(root: string): Promise<string[]> {
  const files = await readdir(root, { recursive: true });
  return files
    .filter((file) => file.endsWith('.md') && !file.startsWith('.observablehq'))
    .sort()
    .map((file) => path.resolve(root, file));
}

/**
 * The packages that pages import, themselves or through modules of ours: `arquero`, `@observablehq/plot`.
 * An import of types alone does not count.
 *
 * @throws {Error} where a page imports what Framework would fetch from the network (`npm:…`).
 */
export async function wantedPackages(root: string, pages: readonly string[]): Promise<string[]> {
  const wanted = new Set<string>();
  const collect: Plugin = {
    name: 'collect-packages',
    setup(bundle) {
      bundle.onLoad({ filter: /\.md$/ }, async ({ path: file }) => ({
        contents: cells(await readFile(file, 'utf8')),
        loader: 'ts',
        resolveDir: path.dirname(file),
      }));
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
        kind === 'entry-point' || pluginData === collect
          ? undefined
          : bundle.resolve(`.${specifier}`, { kind, resolveDir: root, pluginData: collect }),
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
    plugins: [collect],
  });
  return [...wanted].sort();
}
