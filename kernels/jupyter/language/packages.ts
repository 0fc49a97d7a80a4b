import { readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';

/** An installed package. */
export interface Package {
  readonly name: string;
  readonly folder: string;
  /** Whether the project that installed it names it among its dependencies. */
  readonly direct: boolean;
}

/** Packages that a folder can import: from the `node_modules` of itself, of `root`, and of the folders above each. */
export function installedPackages(folder: string, root: string): Package[] {
  const found = new Map<string, Package>();
  for (const project of [...ancestors(folder), ...ancestors(root)]) {
    const direct = dependencies(project);
    const modules = path.join(project, 'node_modules');
    for (const name of packageNames(modules))
      if (!found.has(name))
        found.set(name, { name, folder: path.join(modules, name), direct: direct.has(name) });
  }
  return [...found.values()];
}

/** Specifiers of Node's own modules. */
export const nodeModules: readonly string[] = builtinModules
  .filter((name) => !name.startsWith('_'))
  .map((name) => (name.startsWith('node:') ? name : `node:${name}`));

/** What a package lets others import, as paths below it; `undefined` where it does not restrict them. */
export function exportedPaths(folder: string): string[] | undefined {
  const { exports } = manifest(folder);
  if (typeof exports === 'string' || Array.isArray(exports)) return [];
  if (typeof exports !== 'object' || exports === null) return undefined;
  return Object.keys(exports)
    .filter((key) => key.startsWith('./') && !key.includes('*'))
    .map((key) => key.slice(2));
}

/** The entries of a folder; none where it cannot be read. */
export function entriesOf(folder: string): { readonly name: string; readonly isFolder: boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      isFolder: entry.isDirectory() || (entry.isSymbolicLink() && isFolder(path.join(folder, entry.name))),
    }));
  } catch {
    return [];
  }
}

function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function* ancestors(folder: string): Generator<string> {
  const at = path.resolve(folder);
  yield at;
  if (path.dirname(at) !== at) yield* ancestors(path.dirname(at));
}

function packageNames(modules: string): string[] {
  return entriesOf(modules)
    .filter(({ name, isFolder }) => isFolder && !name.startsWith('.') && name !== '@types')
    .flatMap(({ name }) =>
      name.startsWith('@')
        ? entriesOf(path.join(modules, name)).map((inner) => `${name}/${inner.name}`)
        : [name],
    );
}

function dependencies(project: string): Set<string> {
  const { dependencies, devDependencies, optionalDependencies } = manifest(project);
  return new Set(
    [dependencies, devDependencies, optionalDependencies].flatMap((named) => Object.keys(named ?? {})),
  );
}

function manifest(folder: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
