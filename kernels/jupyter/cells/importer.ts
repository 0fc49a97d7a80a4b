import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { closest } from 'fastest-levenshtein';
import { registerTypeScript } from '../typescript-loader.js';

export interface ImporterOptions {
  /** Last touch to what a module exports, before a cell sees it. */
  prepare(module: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** The notebook's folder, from which relative paths and packages are looked up. */
  readonly folder: string;
  /** The checkout of Litmus: packages that the folder does not have come from here, and `litmus:` paths. */
  readonly root: string;
}

export type Importer = (specifier: string, names?: readonly string[]) => Promise<Record<string, unknown>>;

/**
 * Imports as a cell means it: paths relative to the notebook, packages that its folder has or else Litmus's own,
 * `npm:name` as in a page, `litmus:path` below Litmus's root. No network: what is not installed is an error.
 */
export function importer({ folder, root, prepare }: ImporterOptions): Importer {
  const here = importFrom(folder);
  const litmus = importFrom(root);
  return async (specifier, names = []) => {
    // Only now: a notebook that imports nothing does not wait for it.
    await registerTypeScript(folder);
    const found = await load(plain(specifier));
    const written = names.every((name) => name in found) ? found : asWritten(found);
    const module = withMembers(await prepare(written), names);
    for (const name of names) if (!(name in module)) throw noExport(specifier, name, Object.keys(module));
    return module;
  };

  async function load(specifier: string): Promise<Record<string, unknown>> {
    if (specifier.startsWith('litmus:')) return litmus(below(root, specifier.slice('litmus:'.length)));
    if (/^\.{0,2}\//.test(specifier)) return asWritten(await here(below(folder, specifier)));
    if (/^https?:/.test(specifier))
      throw new Error(`"${specifier}" needs the network; install the package and import it by its name`);
    try {
      return await here(specifier);
    } catch (error) {
      if (!isMissing(error, specifier)) throw error;
      try {
        return await litmus(specifier);
      } catch (second) {
        if (!isMissing(second, specifier)) throw second;
        throw new Error(
          `there is no package "${specifier}"; install it: npm install ${packageOf(specifier)}`,
          { cause: second },
        );
      }
    }
  }
}

/**
 * A module with those of the names that only its default export has: what Node does not see that a CommonJS module
 * exports, TypeScript knows of, and other tools import.
 */
function withMembers(module: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  const whole = module.default;
  if ((typeof whole !== 'object' && typeof whole !== 'function') || whole === null) return module;
  const missing = names.filter((name) => !(name in module) && name in whole);
  if (missing.length === 0) return module;
  const members = missing.map((name) => [name, (whole as Record<string, unknown>)[name]] as const);
  return { ...module, ...Object.fromEntries(members) };
}

/** The address of a file, whose extension may be left out, as TypeScript lets it be. */
function below(folder: string, specifier: string): string {
  const file = path.resolve(folder, specifier);
  const extension = existsSync(file) ? '' : ['.ts', '.mts', '.cts'].find((end) => existsSync(file + end));
  return pathToFileURL(file + (extension ?? '')).href;
}

/**
 * What a file exports, by the names of its text. Of a module that was compiled to CommonJS, as a `.ts` file is where
 * no package.json says otherwise, Node sees all exports as the default one, and of the rest as much as its version
 * can guess.
 */
function asWritten(module: Record<string, unknown>): Record<string, unknown> {
  const { default: all } = module;
  if (typeof all !== 'object' || all === null) return module;
  const mark = Object.getOwnPropertyDescriptor(all, '__esModule');
  return mark?.value === true ? { ...(all as Record<string, unknown>) } : module;
}

/** `import()` as a module in that folder would mean it. */
function importFrom(folder: string): (specifier: string) => Promise<Record<string, unknown>> {
  return new vm.Script('(specifier) => import(specifier)', {
    filename: path.join(folder, 'notebook.js'),
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }).runInThisContext() as (specifier: string) => Promise<Record<string, unknown>>;
}

/** A page's `npm:name@range/path` names an installed package. */
function plain(specifier: string): string {
  return specifier.replace(/^npm:((?:@[^/]+\/)?[^/@]+)(?:@[^/]+)?/, '$1');
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function isMissing(error: unknown, specifier: string): boolean {
  const { code, message = '' } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  return code === 'ERR_MODULE_NOT_FOUND' && message.includes(`'${packageOf(specifier)}'`);
}

function noExport(specifier: string, name: string, names: readonly string[]): SyntaxError {
  const near = names.length > 0 ? `; did you mean "${closest(name, [...names])}"?` : '';
  return new SyntaxError(
    `"${specifier}" has no export "${name}"${near} A type is imported with "import type" or "type ${name}"`,
  );
}
