import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { Parameters } from '../../src/lib/experiment/experiment.js';
import { sha256 } from './checksum.js';
import { columnTypes } from './column-types.js';
import { Failure } from './failure.js';
import { packageFolder } from './package-folder.js';
import type { NamedExperiment } from './papers.js';
import { root } from './root.js';
import { runFileOf } from './run-file.js';

/** All that a result depends on, and nothing else: backend and device belong to its provenance. */
export interface KeyInput {
  readonly experiment: NamedExperiment;
  readonly params: Parameters;
  readonly seed: number;
  /** SHA-256 of each data set it reads, by name. */
  readonly datasets: Readonly<Record<string, string>>;
}

/**
 * What an experiment computes with beyond the code that its `run` reaches, because the engine puts it in place: the
 * tensor routines of the project and the backends that they complete, and the readers of data sets.
 */
const engineCode = {
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

/**
 * The content key of a result: SHA-256 over the code that `run` reaches (bundled, so that what is not reached, comments
 * and white space do not count) and that the engine computes with for it, the versions of the packages that this code
 * imports, the columns, the parameters, what the parts carry, the seed and the checksums of the data.
 */
export async function contentKey(input: KeyInput): Promise<string> {
  const { experiment, params, seed, datasets } = input;
  const columns = Object.entries(experiment.definition.tables).map(([table, { columns }]) => [
    table,
    columnTypes(columns),
  ]);
  const code = await allCode(experiment);
  // What parts carry is made by the definition, whose code is not hashed, and read by the run.
  const parts = experiment.definition
    .parts(params)
    .flatMap(({ id, of }) => (of === undefined ? [] : [{ id, of }]));
  const carried = parts.length > 0 ? { parts } : {};
  const { name } = experiment;
  return sha256(stableJson({ name, ...code, columns, params, seed, datasets, ...carried }));
}

/** Stands for the code alone: two runs of an experiment share it where nothing but parameters, seed or data differ. */
export async function codeKey(experiment: NamedExperiment): Promise<string> {
  return sha256(stableJson(await allCode(experiment)));
}

async function allCode({ file, definition }: NamedExperiment) {
  return {
    code: await codeOf(file),
    ...(definition.compute === 'tensors' ? { tensorCode: await engineCodeOf('tensors') } : {}),
    // Also where these parameters read none: so the runs of an experiment at two scales are of one code.
    ...(definition.datasets ? { datasetCode: await engineCodeOf('datasets') } : {}),
  };
}

/** Stands for the code that an experiment's `run` reaches: another value for other code. */
export async function codeFingerprint(file: string): Promise<string> {
  return sha256(stableJson(await codeOf(file)));
}

interface Code {
  readonly text: string;
  readonly packages: Readonly<Record<string, string>>;
}

const codes = new Map<string, Promise<Code>>();

/** What `read` gives, once a process for each name: the keys of many experiments share it. */
function once(name: string, read: () => Promise<Code>): Promise<Code> {
  const code = codes.get(name) ?? read();
  codes.set(name, code);
  return code;
}

/** The experiment's `run` with every local module it reaches. */
function codeOf(file: string): Promise<Code> {
  return once(file, () =>
    bundle({
      contents: `export { run } from './${path.basename(runFileOf(file))}'`,
      folder: path.dirname(file),
      plugins: [withoutSideEffects],
    }),
  );
}

function engineCodeOf(part: keyof typeof engineCode): Promise<Code> {
  const { modules, packages } = engineCode[part];
  return once(part, () =>
    bundle({
      contents: modules.map((module) => `export * from './${module}';`).join(''),
      folder: root,
      plugins: [],
      packages,
    }),
  );
}

interface Bundle {
  /** The module whose exports are wanted, relative to `folder`. */
  readonly contents: string;
  readonly folder: string;
  readonly plugins: Plugin[];
  /** Packages that count though nothing imports them. */
  readonly packages?: readonly string[];
}

/** A module with every local one that it reaches, and the versions of the packages beyond. */
async function bundle({ contents, folder, plugins, packages = [] }: Bundle): Promise<Code> {
  const result = await build({
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'silent',
    plugins,
  });
  const externals = Object.values(result.metafile.outputs).flatMap(({ imports }) =>
    imports.filter(({ external }) => external).map((imported) => packageName(imported.path)),
  );
  const names = [...new Set([...externals, ...packages])].filter((found) => found !== undefined).sort();
  const versions = await Promise.all(
    names.map(async (found) => [found, await packageVersion(found)] as const),
  );
  return { text: withoutPlaces(result.outputFiles[0].text), packages: Object.fromEntries(versions) };
}

/**
 * The bundle without the folders of its modules: esbuild names one that is imported when it is needed by its path, and a
 * paper that is moved or copied is the same code.
 */
function withoutPlaces(text: string): string {
  return text.replace(/"[^"\n]*\/([^"/\n]+\.ts)"\(\)\s*\{/g, '"$1"(){');
}

/**
 * Tells esbuild that local modules only define things, so that one of which `run` uses nothing is left out: a
 * module of parameters, say, which count as values and not as code.
 */
const withoutSideEffects: Plugin = {
  name: 'without-side-effects',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^\.\.?\// }, async ({ path, pluginData, ...options }) => {
      if (pluginData === withoutSideEffects) return undefined;
      return { ...(await resolve(path, { ...options, pluginData: withoutSideEffects })), sideEffects: false };
    });
  },
};

/** `@scope/name` or `name` of an import specifier; `undefined` for Node's own modules. */
function packageName(specifier: string): string | undefined {
  if (specifier.startsWith('node:')) return undefined;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/**
 * The installed version of a package.
 *
 * @throws {Failure} where it is not installed
 */
export async function packageVersion(name: string): Promise<string> {
  const folder = packageFolder(name);
  if (!folder) throw new Failure(`the package ${name} is not installed; install Litmus again`);
  const text = await readFile(path.join(folder, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** JSON with the keys of every object sorted, so that equal values have equal text. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_, nested: unknown) =>
    nested !== null && typeof nested === 'object' && !Array.isArray(nested)
      ? Object.fromEntries(Object.entries(nested).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : nested,
  );
}
