// Makes the kernel's bundles.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundleName, entries, indexOf, kernelFolder, places, root, writeWhole } from './bundles.js';

/** Packages that stay as they are: native, or large and rarely wanted. */
const external = [
  'zeromq',
  'jsdom',
  'esbuild',
  'tsx',
  'webgpu',
  '@tensorflow/',
  'piscina',
  'hyparquet-writer',
  'arquero',
];

/**
 * Bundles the code as it stands into the first place that can be written.
 *
 * @returns the folder of the bundles; nothing where no place can be written
 */
export async function prepare() {
  const { build } = await import('esbuild');
  const manifests = new Set();
  const { outputFiles, metafile } = await build({
    entryPoints: entries.map((entry) => ({
      in: path.join(kernelFolder, `${entry}.ts`),
      out: bundleName(entry).replace(/\.cjs$/, ''),
    })),
    absWorkingDir: root,
    // Not that of a package that holds this one.
    tsconfig: path.join(root, 'tsconfig.json'),
    bundle: true,
    write: false,
    metafile: true,
    outdir: kernelFolder,
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'silent',
    plugins: [
      { name: 'own-address', setup: keepAddresses },
      { name: 'packages-by-address', setup: (bundle) => leaveOut(bundle, manifests) },
    ],
  });
  const made = [...Object.keys(metafile.inputs).map((file) => path.resolve(root, file)), ...manifests];
  const inputs = made.sort().map((file) => {
    const { size, mtimeMs } = statSync(file);
    return [file, size, mtimeMs];
  });
  for (const place of await places()) {
    const folder = store(place, inputs, outputFiles);
    if (folder) return folder;
  }
  return undefined;
}

function store(place, inputs, files) {
  const hash = createHash('sha256');
  for (const { contents } of files) hash.update(contents);
  const name = hash.digest('hex').slice(0, 16);
  const folder = path.join(place, name);
  try {
    // Whoever could write here could run code as its reader.
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    for (const { path: file, contents } of files)
      writeWhole(path.join(folder, path.basename(file)), contents);
    const replaced = folderOf(place);
    writeWhole(indexOf(place), JSON.stringify({ folder: name, inputs }));
    // A kernel that runs may still start threads from those that were replaced.
    for (const { name: other } of readdirSync(place, { withFileTypes: true }).filter((e) => e.isDirectory()))
      if (other !== name && other !== replaced)
        rmSync(path.join(place, other), { recursive: true, force: true });
    return folder;
  } catch {
    return undefined;
  }
}

function folderOf(place) {
  try {
    return JSON.parse(readFileSync(indexOf(place), 'utf8')).folder;
  } catch {
    return undefined;
  }
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

/**
 * Packages that are left out are named by the address at which this installation has them: a bundle may lie
 * anywhere, and the settings of a notebook's folder (`paths` of its tsconfig.json) may map their names.
 */
function leaveOut(bundle, manifests) {
  const require = createRequire(path.join(kernelFolder, 'launch.js'));
  bundle.onResolve({ filter: /^[^./]/ }, ({ path: wanted, kind }) => {
    if (
      !external.some((name) => wanted === name || wanted.startsWith(name.endsWith('/') ? name : `${name}/`))
    )
      return undefined;
    try {
      const file = kind === 'dynamic-import' ? import.meta.resolve(wanted) : require.resolve(wanted);
      const manifest = manifestOf(file.startsWith('file:') ? fileURLToPath(file) : file);
      if (manifest) manifests.add(manifest);
      return { path: file, external: true };
    } catch {
      // An optional one that is not here: whoever imports it is told so then.
      return { path: wanted, external: true };
    }
  });
}

/** The package that a file is of, by its description: its version stands there. */
function manifestOf(file) {
  const [, folder] = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file) ?? [];
  return folder && path.join(folder, 'package.json');
}
