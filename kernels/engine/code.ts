import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { readingOnly } from './bundle-options.js';
import { packageVersion } from './package-folder.js';
import { root } from './root.js';
import { runFileOf } from './run-file.js';

/**
 * What an experiment computes with beyond the code that its `run` reaches, because the engine puts it in place: the
 * tensor routines of the project and the backends that they complete, and the readers of data sets.
 */
export const engineCode = {
  tensors: {
    modules: ['src/lib/compute/operations.ts'],
    packages: [
      '@tensorflow/tfjs-backend-cpu',
      '@tensorflow/tfjs-backend-wasm',
      '@tensorflow/tfjs-backend-webgpu',
    ],
  },
  datasets: { modules: ['src/lib/datasets/parse-dataset.ts', 'src/lib/datasets/parse-idx.ts'], packages: [] },
} as const;

/** Code as it counts in a key: bundled, so that what is not reached, comments and white space do not. */
export interface Code {
  readonly text: string;
  /** Versions of the packages beyond. */
  readonly packages: Readonly<Record<string, string>>;
}

const codes = new Map<string, Promise<Code>>();

/** What `read` gives, once a process for each name: the keys of many experiments share it. */
function once(name: string, read: () => Promise<Code>): Promise<Code> {
  const code = codes.get(name) ?? read();
  codes.set(name, code);
  return code;
}

/** An experiment's `run` with every local module that it reaches, once a process. @param file of its definition */
export function codeOf(file: string): Promise<Code> {
  return once(file, () => bundledTogether(runFileOf(file)));
}

/** What the engine computes with for an experiment, once a process. */
export function engineCodeOf(part: keyof typeof engineCode): Promise<Code> {
  const { modules, packages } = engineCode[part];
  const contents = modules.map((module) => `export * from './${module}';`).join('');
  return once(part, async () => {
    const [code] = await bundle([{ contents, folder: root }], []);
    const more = await versionsOf(packages);
    return { ...code, packages: { ...code.packages, ...more } };
  });
}

interface Waiting {
  readonly file: string;
  resolve(code: Code): void;
  reject(error: unknown): void;
}

const waiting: Waiting[] = [];

/** What is asked for at once is bundled at once: modules that several runs reach are read and resolved one time. */
function bundledTogether(file: string): Promise<Code> {
  if (waiting.length === 0) setImmediate(() => void bundleWaiting(waiting.splice(0)));
  return new Promise((resolve, reject) => waiting.push({ file, resolve, reject }));
}

async function bundleWaiting(asked: readonly Waiting[]): Promise<void> {
  try {
    const found = await bundleRuns(asked.map(({ file }) => file));
    asked.forEach(({ resolve }, index) => resolve(found[index]));
  } catch (error) {
    if (asked.length === 1) return asked[0].reject(error);
    // One of them cannot be read: it alone fails.
    await Promise.all(asked.map((one) => bundleWaiting([one])));
  }
}

function bundleRuns(files: readonly string[]): Promise<Code[]> {
  const entries = files.map((file) => ({
    contents: `export { run } from './${path.basename(file)}'`,
    folder: path.dirname(file),
  }));
  return bundle(entries, [withoutSideEffects()]);
}

interface Entry {
  /** A module whose exports are wanted. */
  readonly contents: string;
  /** That its imports are relative to. */
  readonly folder: string;
}

/** Each of some modules with every local one that it reaches, as if it were bundled alone. */
async function bundle(entries: readonly Entry[], plugins: readonly Plugin[]): Promise<Code[]> {
  const { outputFiles, metafile } = await build({
    entryPoints: entries.map((_, index) => ({ in: `${scheme}${index}`, out: String(index) })),
    outdir: path.join(root, 'bundles'),
    ...readingOnly,
    metafile: true,
    minifyWhitespace: true,
    legalComments: 'none',
    plugins: [entriesFrom(entries), ...plugins],
  });
  const texts = new Map(outputFiles.map(({ path: file, text }) => [path.basename(file), text]));
  const outputs = Object.entries(metafile.outputs).map(([file, { imports }]) => ({ file, imports }));
  return Promise.all(
    entries.map(async (_, index) => {
      const name = `${index}.js`;
      const { imports } = outputs.find(({ file }) => path.basename(file) === name)!;
      const externals = imports.filter(({ external }) => external).map((found) => packageName(found.path));
      return {
        text: withoutPlaces(texts.get(name)!),
        packages: await versionsOf(externals.filter((found) => found !== undefined)),
      };
    }),
  );
}

async function versionsOf(names: readonly string[]): Promise<Record<string, string>> {
  const sorted = [...new Set(names)].sort();
  return Object.fromEntries(
    await Promise.all(sorted.map(async (name) => [name, await packageVersion(name)])),
  );
}

/**
 * The bundle without the folders of its modules: esbuild names one that is imported when it is needed by its path, and a
 * paper that is moved or copied is the same code.
 */
function withoutPlaces(text: string): string {
  return text.replace(/"[^"\n]*\/([^"/\n]+\.ts)"\(\)\s*\{/g, '"$1"(){');
}

const scheme = 'entry:';

/** Gives esbuild modules that lie in no file, by their numbers. */
function entriesFrom(entries: readonly Entry[]): Plugin {
  return {
    name: 'entries',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^${scheme}`) }, ({ path: name, kind }) =>
        kind === 'entry-point' ? { path: name.slice(scheme.length), namespace: 'entries' } : undefined,
      );
      onLoad({ filter: /.*/, namespace: 'entries' }, ({ path: index }) => {
        const { contents, folder } = entries[Number(index)];
        return { contents, resolveDir: folder, loader: 'ts' };
      });
    },
  };
}

/**
 * Tells esbuild that local modules only define things, so that one of which `run` uses nothing is left out: a
 * module of parameters, say, which count as values and not as code.
 */
function withoutSideEffects(): Plugin {
  const plugin: Plugin = {
    name: 'without-side-effects',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^\.\.?\// }, async ({ path: specifier, pluginData, ...options }) => {
        if (pluginData === plugin) return undefined;
        return { ...(await resolve(specifier, { ...options, pluginData: plugin })), sideEffects: false };
      });
    },
  };
  return plugin;
}

/** `@scope/name` or `name` of an import specifier; `undefined` for Node's own modules. */
export function packageName(specifier: string): string | undefined {
  if (specifier.startsWith('node:')) return undefined;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
