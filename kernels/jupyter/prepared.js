// Loads the kernel's modules fast: bundled to one script each, with V8's compiled code beside it. TypeScript and
// its transpiler alone take a second to load from their packages, and a tenth of that from here. The bundles are
// made in the background by the first kernel that finds none for the code as it stands.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import vm from 'node:vm';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = path.join(here, '../..');
const cache = path.join(root, 'node_modules/.cache/litmus-kernel');

/** Packages that stay as they are: native, or large and rarely wanted. */
const external = [
  'zeromq',
  'jsdom',
  'esbuild',
  'tsx',
  'webgpu',
  '@tensorflow/*',
  'piscina',
  'hyparquet-writer',
  'arquero',
];

/** The entries, as paths without extension. */
export const entries = ['launch', 'cells/thread', 'language/thread'];

/**
 * Whether compiled code is kept of an entry: of TypeScript, which is where it counts. A script that V8 takes from
 * compiled code has forgotten how to import, and the others import while they run.
 */
const isCompiled = (entry) => entry === 'language/thread';

/** What the bundles depend on: a change of any file's size or time asks for new ones. */
function stamp() {
  const hash = createHash('sha256').update(process.version);
  const add = (file) => {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  };
  add(path.join(root, 'package-lock.json'));
  for (const folder of ['kernels/jupyter', 'kernels/engine', 'kernels/cli'])
    for (const file of readdirSync(path.join(root, folder), { recursive: true }).sort())
      if (file.endsWith('.ts') || file.endsWith('.js')) add(path.join(root, folder, file));
  return hash.digest('hex').slice(0, 16);
}

const bundleOf = (entry) => path.join(cache, stamp(), `${entry.replaceAll('/', '-')}.cjs`);

function read(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** All of it or nothing, whoever else writes the same. */
function write(file, content) {
  const temporary = `${file}.${process.pid}-${Date.now()}`;
  writeFileSync(temporary, content);
  renameSync(temporary, file);
}

/** What a module exports: from its bundle where there is one, else through the loader for TypeScript. */
export async function load(entry) {
  const file = bundleOf(entry);
  const source = read(file);
  if (!source) {
    const { register } = await import('tsx/esm/api');
    // As typescript-loader.ts does, which cannot be imported before.
    globalThis[Symbol.for('litmus.typescript-loader')] = register();
    return import(`./${entry}.ts`);
  }
  const cachedData = isCompiled(entry) ? read(`${file}.v8`) : undefined;
  const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: file,
    cachedData,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const module = { exports: {} };
  const require = createRequire(path.join(here, 'prepared.js'));
  // Of all that is bundled, TypeScript alone asks where it is: its libraries lie there.
  const typescript = require.resolve('typescript');
  script.runInThisContext()(module.exports, require, module, typescript, path.dirname(typescript));
  // Once it has run for a while it knows which functions are worth keeping.
  if (isCompiled(entry) && (!cachedData || script.cachedDataRejected))
    setTimeout(() => write(`${file}.v8`, script.createCachedData()), 4000).unref();
  return module.exports;
}

/** Makes the bundles, where there are none for the code as it stands. */
export async function prepare() {
  const folder = path.dirname(bundleOf(entries[0]));
  if (entries.every((entry) => read(bundleOf(entry)))) return;
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: entries.map((entry) => ({
      in: path.join(here, `${entry}.ts`),
      out: entry.replaceAll('/', '-'),
    })),
    absWorkingDir: root,
    bundle: true,
    write: false,
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external,
    logLevel: 'silent',
    plugins: [{ name: 'own-address', setup: keepAddresses }],
  });
  mkdirSync(folder, { recursive: true });
  for (const { path: file, contents } of outputFiles) write(file, contents);
  for (const other of readdirSync(cache))
    if (other !== path.basename(folder)) rmSync(path.join(cache, other), { recursive: true, force: true });
}

/** A module that looks for files beside itself still finds them from within a bundle. */
function keepAddresses(bundle) {
  bundle.onLoad({ filter: /kernels[\\/].*\.ts$/ }, ({ path: file }) => ({
    contents: readFileSync(file, 'utf8').replaceAll(
      'import.meta.url',
      JSON.stringify(pathToFileURL(file).href),
    ),
    loader: 'ts',
  }));
}
