import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { transform } from 'esbuild';
import { placeOf } from '../reserved-height.js';

/** The first figure of a page, as code that displays it by itself. */
export interface FirstFigure {
  /** Its place on the page: `figure-audit`. */
  readonly place: string;
  /**
   * A module of JavaScript that exports a function of what Framework gives to a cell, and displays the figure. Its imports
   * are absolute addresses.
   */
  readonly code: string;
  /** The modules that it imports, absolute paths. */
  readonly modules: readonly string[];
  /** The files that it reads, below the root of the workbook: `data/cs-ib/audit.parquet`. */
  readonly files: readonly string[];
}

/**
 * Takes the first figure out of a page: its cell, with those of the page's imports that it uses.
 *
 * @param page Markdown of the page
 * @param file its path, from which its imports and its files are meant
 * @param workbook root of the workbook
 * @returns nothing where the page has no figure
 * @throws {Error} where the cell cannot be parsed
 */
export async function firstFigureOf(
  page: string,
  file: string,
  workbook: string,
): Promise<FirstFigure | undefined> {
  const cells = Array.from(page.matchAll(/^```ts\n([^]*?)^```$/gm), ([, cell]) => cell);
  const cell = cells.find((one) => placeOf(one)?.startsWith('figure-'));
  if (cell === undefined) return undefined;
  const imports = cells.flatMap((one) => one.match(/^import [^;]+;$/gm) ?? []);
  const wrapped = [
    ...imports,
    // What a cell of a page can use without importing it.
    'export default async ({ display, FileAttachment, Generators }) => {',
    cell.replace(/^import [^;]+;$/gm, ''),
    '};',
  ].join('\n');
  // What is imported for types or for other cells goes.
  const { code } = await transform(wrapped, { loader: 'ts', format: 'esm', target: 'node20' });
  const folder = path.dirname(file);
  const modules: string[] = [];
  const absolute = code.replace(
    /^(import [^;]* from )"(\.[^"]+)\.js";$/gm,
    (_, what: string, name: string) => {
      const module = `${path.resolve(folder, name)}.ts`;
      modules.push(module);
      return `${what}${JSON.stringify(pathToFileURL(module).href)};`;
    },
  );
  const files = Array.from(absolute.matchAll(/\bFileAttachment\("([^"]+)"\)/g), ([, name]) =>
    path.relative(workbook, path.resolve(folder, name)),
  );
  return { place: placeOf(cell)!, code: absolute, modules, files };
}
