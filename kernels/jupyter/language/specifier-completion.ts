import path from 'node:path';
import type { Folders } from './folders.js';
import { entriesOf, exportedPaths, installedPackages, nodeModules } from './packages.js';

/** Something that an import's specifier may go on with. */
export interface SpecifierMatch {
  readonly text: string;
  readonly type: 'module' | 'path';
}

/** What can stand from an offset of a specifier on, best first. */
export interface SpecifierMatches {
  readonly from: number;
  readonly matches: readonly SpecifierMatch[];
}

/**
 * What an import's specifier may go on with: files and folders after `./` or `../` (declarations by the name of
 * what they declare), else packages, with or without `npm:`, their subpaths, and Node's own modules.
 *
 * @param typed the specifier up to the cursor
 */
export function completeSpecifier(typed: string, { folder, root }: Folders): SpecifierMatches {
  const slash = typed.lastIndexOf('/') + 1;
  if (/^\.{1,2}$/.test(typed))
    return { from: 0, matches: ['./', '../'].map((text) => ({ text, type: 'path' })) };
  if (/^(\.{0,2}\/)/.test(typed))
    return { from: slash, matches: importable(path.resolve(folder, typed.slice(0, slash))) };

  const from = typed.startsWith('npm:') ? 4 : 0;
  const packages = installedPackages(folder, root);
  const inside = packages.find(({ name }) => typed.startsWith(`${name}/`, from));
  if (inside) return subpaths(inside.folder, typed, from + inside.name.length + 1);

  const named = packages
    .sort((a, b) => Number(b.direct) - Number(a.direct) || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
  const texts = from > 0 ? named : [...named, ...nodeModules, ...(typed ? ['npm:'] : ['./', '../', 'npm:'])];
  return { from, matches: texts.map((text) => ({ text, type: text.endsWith('/') ? 'path' : 'module' })) };
}

function subpaths(folder: string, typed: string, start: number): SpecifierMatches {
  const from = typed.lastIndexOf('/') + 1;
  const above = typed.slice(start, from);
  const exported = exportedPaths(folder);
  if (!exported) return { from, matches: importable(path.join(folder, above), (name) => name) };
  const texts = exported.filter((name) => name.startsWith(above)).map((name) => name.slice(above.length));
  return { from, matches: texts.map((text) => ({ text, type: 'path' })) };
}

/** Folders first, then what can be imported, by the name that it is imported under. */
function importable(folder: string, importedAs = asDeclared): SpecifierMatch[] {
  const entries = entriesOf(folder).filter(({ name }) => name !== 'node_modules' && !name.startsWith('.'));
  const folders = entries.filter(({ isFolder }) => isFolder).map(({ name }) => `${name}/`);
  const files = entries
    .filter(({ name, isFolder }) => !isFolder && /\.([cm]?[jt]s|tsx|jsx|json)$/.test(name))
    .map(({ name }) => importedAs(name));
  return [...folders.sort(), ...new Set(files.sort())].map((text) => ({ text, type: 'path' }));
}

function asDeclared(name: string): string {
  return name.replace(/\.d\.([cm]?)ts$/, '.$1js');
}
