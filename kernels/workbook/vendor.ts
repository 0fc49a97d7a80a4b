import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build, version as esbuildVersion } from 'esbuild';
import { exists } from '../engine/exists.js';
import { packageFolder } from '../engine/package-folder.js';
import type { Mistake } from './cells.js';
import { knownWanted } from './known-wanted.js';

/** An import of a page, and the file in Framework's cache that answers it. */
interface Vendored {
  /** `arquero`, `d3-array/src/max.js`. */
  readonly specifier: string;
  /** `arquero@8.0.3/index.js`, below `_node/`. */
  readonly file: string;
}

/** What {@link vendor} did. */
export interface VendorReport {
  readonly packages: readonly Vendored[];
  /** False where the cache already held these versions. */
  readonly bundled: boolean;
  /** What keeps pages and modules from being read. */
  readonly mistakes: readonly Mistake[];
}

/**
 * Fills Framework's cache with the packages that the pages import, so that preview and build need no network
 * and a page loads a handful of small files: esbuild bundles all of them at once, drops what they do not use
 * of their own dependencies (Plot uses a third of d3), and puts what two of them share into one file.
 *
 * Framework looks for a bare import in `_node/<name>@<version>/`; it would bundle a package that is missing
 * there itself, from `node_modules`, one file a dependency. New bundles take the place of old ones at once, for whoever
 * serves them.
 *
 * @param root Absolute path of the workbook's root, `src`.
 * @throws {Error} where a page imports a package that is not installed, or one by network (`npm:…`).
 */
export async function vendor(root: string): Promise<VendorReport> {
  const cache = path.join(root, '.observablehq', 'cache');
  const { specifiers, mistakes } = await knownWanted(root, cache);
  const packages = await Promise.all(specifiers.map((specifier) => place(root, specifier)));
  const lock = await readFile(path.join(root, '..', 'package-lock.json'));
  const stamp = createHash('sha256')
    .update(lock)
    .update(esbuildVersion)
    .update(JSON.stringify(packages))
    .digest('hex');
  const stampFile = path.join(cache, 'vendored');
  const previous = await readFile(stampFile, 'utf8').catch(() => undefined);
  if (previous === stamp) return { packages, bundled: false, mistakes };

  const fresh = path.join(cache, `bundles-${process.pid}`);
  await build({
    entryPoints: packages.map(({ specifier, file }) => ({ in: specifier, out: file.replace(/\.js$/, '') })),
    absWorkingDir: path.dirname(root),
    outdir: fresh,
    chunkNames: 'shared/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: ['es2022'],
    define: { 'process.env.NODE_ENV': '"production"' },
    minify: true,
    legalComments: 'inline',
    logLevel: 'error',
  });
  await nameImplicitLibraries(cache);
  await replaceFolder(path.join(cache, '_node'), fresh);
  await writeFile(stampFile, stamp);
  return { packages, bundled: true, mistakes };
}

/** Puts a folder in the place of another, which is then removed. */
export async function replaceFolder(folder: string, by: string): Promise<void> {
  const old = `${folder}.old-${process.pid}`;
  if (await exists(folder)) await rename(folder, old);
  await rename(by, folder);
  await rm(old, { recursive: true, force: true });
}

/** Where Framework looks for an import: by package and version, at the path of the import within it. */
async function place(root: string, specifier: string): Promise<Vendored> {
  const parts = specifier.split('/');
  const name = parts.splice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  const folder = packageFolder(name, root);
  if (!folder)
    throw new Error(`a page imports "${specifier}", but "${name}" is not installed: npm install ${name}`);
  const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const inner = parts.length > 0 ? parts.join('/') : 'index.js';
  return { specifier, file: `${name}@${version}/${path.extname(inner) ? inner : `${inner}.js`}` };
}

const implicitLibrary = (name: string) =>
  `throw new Error(${JSON.stringify(
    `This workbook does not provide ${name} by itself: install it and import it by its name.`,
  )});\n`;

/**
 * Framework's client can load some thirty libraries on demand (`html`, `d3`, `Plot` without an import) and
 * asks a registry for the version of each when it is bundled. Pages here import what they use, so each such
 * library is given a version and a module that says so.
 */
async function nameImplicitLibraries(cache: string): Promise<void> {
  const framework = path.dirname(
    createRequire(import.meta.url).resolve('@observablehq/framework/package.json'),
  );
  const client = path.join(framework, 'dist', 'client');
  const names = new Set<string>();
  for (const file of await readdir(client, { recursive: true }))
    if (file.endsWith('.js'))
      for (const [, name] of (await readFile(path.join(client, file), 'utf8')).matchAll(
        /"npm:((?:@[\w.-]+\/)?[\w.-]+)/g,
      ))
        names.add(name);
  for (const name of names) {
    const folder = path.join(cache, '_npm', `${name}@0.0.0`);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, '_esm.js'), implicitLibrary(name));
  }
}
