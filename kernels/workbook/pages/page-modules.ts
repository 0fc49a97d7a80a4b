import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { seenType } from '../../jupyter/language/cell-modules.js';
import { declarations, identifiers } from '../../jupyter/language/declarations.js';
import { parseCell } from '../../jupyter/language/parse-cell.js';
import { type PageCell, pageCells, type PageProblem } from './page-cells.js';

/** One cell as a module that is on no disk. */
export interface CellModule {
  readonly file: string;
  readonly text: string;
  readonly cell: PageCell;
  /** Where the cell's code begins in the text. */
  readonly offset: number;
}

/** A page as modules: one a cell, and one that hands on what they declare. */
export interface PageModules {
  readonly cells: readonly CellModule[];
  readonly scope: { readonly file: string; readonly text: string };
  readonly problems: readonly PageProblem[];
}

const namesFile = fileURLToPath(new URL('page-names.d.ts', import.meta.url));
const builtins = new Set(
  Array.from(
    readFileSync(namesFile, 'utf8').matchAll(/^export (?:function|const) (\w+)/gm),
    ([, name]) => name,
  ),
);

/** Makes a statement of an expression; the line break keeps the columns of its code. */
export const shown = { open: 'void (\n', close: '\n);' };

/**
 * The cells of a page as modules beside the page, so that relative imports mean what they mean in it. A cell that
 * uses what another one declares imports it, as the runtime hands it on: what a promise settles to, the latest value
 * of a generator.
 *
 * @param file the page's absolute path
 */
export function pageModules(file: string, page: string): PageModules {
  const { cells, problems } = pageCells(page);
  const moduleOf = (name: string | number) => `./${path.basename(file)}.${name}.js`;
  const fileOf = (name: string | number) =>
    path.join(path.dirname(file), `${path.basename(file)}.${name}.ts`);

  const parsed = cells.map((cell, index) => {
    const parsedCell = parseCell(cell.code);
    return { cell, index, declared: declarations(parsedCell), mentioned: identifiers(parsedCell) };
  });
  const scope = new Map<string, string>();
  const twice: PageProblem[] = [];
  for (const { cell, index, declared } of parsed)
    for (const { name, variable } of declared) {
      if (scope.has(name))
        twice.push({ start: cell.start, message: `"${name}" is declared by two cells of this page` });
      const from = moduleOf(index);
      scope.set(
        name,
        variable
          ? `export declare const ${name}: Seen<typeof import('${from}').${name}>;`
          : `export {${name}} from '${from}';`,
      );
    }

  const modules = parsed.map(({ cell, index, declared, mentioned }) => {
    const own = new Set(declared.map(({ name }) => name));
    const used = (names: Iterable<string>) =>
      [...names].filter((name) => mentioned.has(name) && !own.has(name));
    const shared = used(scope.keys());
    const given = used(builtins).filter((name) => !scope.has(name));
    const { open, close } = cell.expression ? shown : { open: '', close: '' };
    const tail = [
      `export {${[...own].join(', ')}};`,
      `import {${shared.join(', ')}} from '${moduleOf('scope')}';`,
      `import {${given.join(', ')}} from '${namesFile.replace(/\.d\.ts$/, '.js').replaceAll('\\', '/')}';`,
    ];
    const text = `${open}${cell.code}${close}\n${tail.join('\n')}\n`;
    return { file: fileOf(index), text, cell, offset: open.length };
  });
  return {
    cells: modules,
    scope: { file: fileOf('scope'), text: `${seenType}\n${[...scope.values()].join('\n')}\nexport {};\n` },
    problems: [...problems, ...twice],
  };
}
