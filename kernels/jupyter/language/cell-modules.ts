import path from 'node:path';
import { builtinsText } from './builtins.js';
import { type Declaration, declarations, identifiers } from './declarations.js';
import { moduleMark, parseCell, type ParsedCell } from './parse-cell.js';

/** A file that is on no disk. */
export interface VirtualFile {
  readonly text: string;
  /** Another one whenever the text is. */
  readonly version: string;
}

/** The cell that is being edited, as a module. */
export interface EditedCell extends ParsedCell {
  readonly file: string;
  /** Where the cell's text begins in the module. */
  readonly start: number;
  /** The statement that declares a name that the cell sees, in itself or in another cell. */
  statementOf(name: string): string | undefined;
}

/** The cells of a notebook as modules, which import from each other what they use. */
export interface CellModules {
  setCell(key: string, source: string): void;
  removeCell(key: string): void;
  /** Makes `code` the cell that is being edited: it sees what the other cells declare and itself does not. */
  edit(code: string): EditedCell;
  read(file: string): VirtualFile | undefined;
  /** The file behind a specifier of the modules' own imports. */
  resolve(specifier: string): string | undefined;
  /** The text of a definition that is in a cell. */
  definition(file: string, name: string, start: number, end: number): string | undefined;
  /** The files that a program begins from. */
  readonly roots: readonly string[];
}

interface Cell {
  readonly file: string;
  readonly specifier: string;
  readonly parsed: ParsedCell;
  readonly declared: readonly Declaration[];
  readonly identifiers: ReadonlySet<string>;
}

const scopeSpecifier = 'litmus:scope';

/**
 * Others see a variable as the runtime hands it on: what a promise settles to, the latest value of a generator.
 * Anything else keeps its type as it is, names of unions included, hence the detours around distribution.
 */
export const seenType = `type Seen<T> = 0 extends 1 & T ? T
  : [T] extends [AsyncGenerator<infer Y, any, any>] ? Awaited<Y>
  : [T] extends [Generator<infer Y, any, any>] ? Awaited<Y>
  : [Extract<T, PromiseLike<any>>] extends [never] ? T : Awaited<T>;
`;

/**
 * One module a cell, which exports what it declares; one module, the scope, which gathers what all of them
 * export (of a name declared twice the cell that was set last); and the edited cell, which imports from the scope.
 * A cell imports just what it mentions, so that a new name elsewhere leaves it as it is.
 *
 * @param folder where relative imports start from
 */
export function cellModules(folder: string): CellModules {
  // No real file is likely to be named so.
  const fileOf = (name: string) => path.join(folder, `%${name}`).replaceAll('\\', '/');
  const editedFile = fileOf('cell.ts');
  const scopeFile = fileOf('scope.ts');
  const builtinsFile = fileOf('builtins.d.ts');

  const files = new Map<string, VirtualFile>();
  const specifiers = new Map([[scopeSpecifier, scopeFile]]);
  const cells = new Map<string, Cell>();
  let scope = new Map<string, { declaration: Declaration; cell: Cell }>();
  let stale = false;
  let count = 0;
  let versions = 0;

  const write = (file: string, text: string) => {
    if (files.get(file)?.text !== text) files.set(file, { text, version: String(++versions) });
  };
  const importing = (names: readonly string[]) =>
    names.length > 0 ? `import {${names.join(', ')}} from '${scopeSpecifier}';\n` : '';

  write(builtinsFile, builtinsText);
  write(scopeFile, seenType + moduleMark);

  const update = () => {
    if (!stale) return;
    stale = false;
    scope = new Map();
    for (const cell of cells.values())
      for (const declaration of cell.declared) scope.set(declaration.name, { declaration, cell });
    write(scopeFile, seenType + moduleMark + [...scope.values()].map(sharing).join('\n'));
    for (const { file, parsed, declared, identifiers } of cells.values()) {
      const own = new Set(declared.map(({ name }) => name));
      const used = [...scope.keys()].filter((name) => identifiers.has(name) && !own.has(name));
      const given = declared.filter(({ exported }) => !exported).map(({ name }) => name);
      write(file, `${importing(used)}export {${given.join(', ')}};\n${parsed.text}`);
    }
  };

  return {
    roots: [builtinsFile, editedFile],

    setCell(key, source) {
      const before = cells.get(key);
      const number = before ? 0 : ++count;
      const file = before?.file ?? fileOf(`cell-${number}.ts`);
      const specifier = before?.specifier ?? `litmus:cell-${number}`;
      const parsed = parseCell(source);
      // The last one set comes last; a new version makes its imports be looked up again.
      cells.delete(key);
      files.delete(file);
      specifiers.set(specifier, file);
      cells.set(key, {
        file,
        specifier,
        parsed,
        declared: declarations(parsed),
        identifiers: identifiers(parsed),
      });
      stale = true;
    },

    removeCell(key) {
      const cell = cells.get(key);
      if (!cell) return;
      cells.delete(key);
      files.delete(cell.file);
      specifiers.delete(cell.specifier);
      stale = true;
    },

    edit(code) {
      update();
      const parsed = parseCell(code);
      const own = new Map(declarations(parsed).map(({ name, statement }) => [name, statement]));
      const { open, text, close } = parsed;
      const head = importing([...scope.keys()].filter((name) => !own.has(name))) + moduleMark + open;
      write(editedFile, head + text + close);
      const statementOf = (name: string) => own.get(name) ?? scope.get(name)?.declaration.statement;
      return { ...parsed, file: editedFile, start: head.length, statementOf };
    },

    read: (file) => files.get(file),
    resolve: (specifier) => specifiers.get(specifier),

    definition(file, name, start, end) {
      if (file === scopeFile) return scope.get(name)?.declaration.statement;
      return file === builtinsFile ? undefined : files.get(file)?.text.slice(start, end);
    },
  };
}

/**
 * How the scope hands a name on. An import's type leaves a literal as it is, so that `[x]` of `const x = 1` is a list
 * of numbers; that of a qualified name would make it a list of ones.
 */
function sharing({ declaration, cell }: { declaration: Declaration; cell: Cell }): string {
  const { name, variable, comment } = declaration;
  return variable
    ? `${comment}\nexport declare const ${name}: Seen<typeof import('${cell.specifier}').${name}>;`
    : `export {${name}} from '${cell.specifier}';`;
}
