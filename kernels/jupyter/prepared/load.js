// Loads the kernel's modules fast: bundled to one script each, with V8's compiled code beside it. TypeScript and
// its transpiler alone take a second to load from their packages, and a tenth of that from here.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers';
import vm from 'node:vm';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import { bundleName, codeFile, findBundles, kernelFolder, root, writeWhole } from './bundles.js';

/** Under this name the main thread tells the others where the bundles are. */
const shared = 'litmus.bundles';

/** Milliseconds after which a script has run most of what it needs at a start. */
const settled = 1500;

/**
 * What a module of the kernel exports: from its bundle, which is made where there is none for the code as it
 * stands; through the loader for TypeScript where no bundle can be written anywhere.
 *
 * @param entry the module, as a path below the kernel's folder, without extension
 * @param use of what is in the bundle, where threads use it differently: each use has compiled code of its own
 */
export async function load(entry, use) {
  const known = getEnvironmentData(shared);
  const source = known && read(bundleFile(known, entry));
  if (source) return run(source, known, entry, use);
  const folder = await bundles();
  if (folder) return run(read(bundleFile(folder, entry)), folder, entry, use);
  await registerTypeScript();
  return import(new URL(`../${entry}.ts`, import.meta.url).href);
}

/** The folder of the bundles; nothing where there are none and none can be written. */
async function bundles() {
  const found = (await findBundles()) ?? (await (await import('./prepare.js')).prepare());
  if (found) setEnvironmentData(shared, found);
  return found;
}

const bundleFile = (folder, entry) => path.join(folder, bundleName(entry));

function read(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/**
 * Compiled code is kept where a use is named: a script that V8 takes from compiled code has forgotten how to import,
 * and other scripts import while they run.
 */
function run(source, folder, entry, use) {
  const compiled = use && codeFile(folder, entry, use);
  const cachedData = compiled && read(compiled);
  const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    // Beside the sources, wherever it lies: what it imports by name is then looked up as they would.
    filename: path.join(kernelFolder, bundleName(entry)),
    cachedData,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const module = { exports: {} };
  const require = createRequire(path.join(kernelFolder, 'launch.js'));
  // Of all that is bundled, TypeScript alone asks where it is: its libraries lie there.
  const typescript = require.resolve('typescript');
  script.runInThisContext()(module.exports, require, module, typescript, path.dirname(typescript));
  if (compiled && (!cachedData || script.cachedDataRejected))
    // Once it has run for a while it knows which functions are worth keeping. A full disk is no reason to stop.
    setTimeout(() => {
      try {
        writeWhole(compiled, script.createCachedData());
      } catch {
        return;
      }
    }, settled).unref();
  return module.exports;
}

/** As typescript-loader.ts does, which cannot be imported before. */
async function registerTypeScript() {
  process.stderr.write('litmus kernel: it starts slowly, for want of a folder to write its bundles to\n');
  process.env.TSX_TSCONFIG_PATH = path.join(root, 'tsconfig.json');
  const [esm, cjs] = await Promise.all([import('tsx/esm/api'), import('tsx/cjs/api')]);
  cjs.register();
  esm.register({ tsconfig: false });
  delete process.env.TSX_TSCONFIG_PATH;
  globalThis[Symbol.for('litmus.typescript-loader')] = true;
}
