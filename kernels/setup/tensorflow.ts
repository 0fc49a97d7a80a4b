import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { exists } from '../engine/exists.js';
import { Failure } from '../engine/failure.js';
import { litmusCommand } from '../engine/litmus-command.js';
import { makeFolder } from '../engine/make-folder.js';
import { packageFolder, packageVersion } from '../engine/package-folder.js';
import { root } from '../engine/root.js';

/** The npm package whose JavaScript half is used; its own native half is of 2022 and for CUDA 11.2. */
const name = '@tensorflow/tfjs-node-gpu';

/** A TensorFlow that a Python environment has: its library and the headers to build against. */
export interface InstalledTensorflow {
  readonly version: string;
  readonly folder: string;
}

export interface SetupOptions {
  /** Python of the environment with TensorFlow. */
  readonly python: string;
  readonly signal?: AbortSignal;
  log(message: string): void;
}

/**
 * Builds the native addon of `@tensorflow/tfjs-node-gpu` against the TensorFlow that a Python environment
 * already has, so that the TensorFlow.js backend `tensorflow` runs on today's processors and GPUs.
 *
 * @returns what the addon says of itself once it is loaded.
 * @throws {Failure} that names what is missing and how to get it.
 */
export async function setupTensorflow({ python, signal, log }: SetupOptions): Promise<string> {
  const tensorflow = await findTensorflow(python);
  log(`TensorFlow ${tensorflow.version} found`);
  const headers = await nodeHeaders();
  await needsCompiler();
  const installed = packageFolder(name);
  const folder = installed ?? path.join(root, 'node_modules', name);
  if (!installed) {
    log(`installing ${name} without its own binary`);
    const version = await packageVersion('@tensorflow/tfjs-core');
    const wanted = ['install', '--no-save', '--ignore-scripts', `${name}@${version}`];
    await command('npm', wanted, { cwd: root, signal });
  }
  const target = addonPath(folder);
  log('compiling the addon');
  await compile({ tensorflow, headers, sources: path.join(folder, 'binding'), target, signal });
  return proveAddon(target);
}

/** @throws {Failure} where that Python has no TensorFlow with its library and headers. */
async function findTensorflow(python: string): Promise<InstalledTensorflow> {
  // The folder and the version without importing TensorFlow, which would take seconds.
  const script = [
    'import importlib.util, importlib.metadata as m, json',
    'spec = importlib.util.find_spec("tensorflow")',
    'print(json.dumps([list(spec.submodule_search_locations)[0], next(m.version(p) for p in m.packages_distributions()["tensorflow"])] if spec else None))',
  ].join('\n');
  const answer = await command(python, ['-c', script]).catch((cause: unknown) => {
    throw new Failure(`cannot run "${python}"; name a Python 3.10 or later with --python`, 3, { cause });
  });
  const found = JSON.parse(answer) as [string, string] | null;
  const advice = `python3 -m venv .venv && .venv/bin/pip install tensorflow   (tensorflow[and-cuda] for an NVIDIA GPU)\n  ${litmusCommand('setup tensorflow --python .venv/bin/python')}`;
  if (!found) throw new Failure(`the Python environment of "${python}" has no TensorFlow:\n  ${advice}`);
  const [folder, version] = found;
  for (const needed of [
    'libtensorflow_cc.so.2',
    'libtensorflow_framework.so.2',
    'include/tensorflow/c/c_api.h',
  ])
    if (!(await exists(path.join(folder, needed))))
      throw new Failure(
        `TensorFlow ${version} of "${python}" lacks ${needed}; it takes a wheel for Linux:\n  ${advice}`,
      );
  return { folder, version };
}

/** The folder of `node_api.h`. @throws {Failure} where Node's headers are not on this machine. */
async function nodeHeaders(): Promise<string> {
  const places = [
    path.join(path.dirname(process.execPath), '..', 'include', 'node'),
    '/usr/include/node',
    '/usr/local/include/node',
  ];
  for (const place of places) if (await exists(path.join(place, 'node_api.h'))) return place;
  throw new Failure(`Node's headers (node_api.h) are not on this machine; looked in ${places.join(', ')}`);
}

async function needsCompiler(): Promise<void> {
  await command('g++', ['--version']).catch((cause: unknown) => {
    throw new Failure('there is no g++ on this machine; on Debian: apt-get install g++', 3, { cause });
  });
}

/** Where the package looks for its addon under this version of Node. */
function addonPath(folder: string): string {
  const require = createRequire(path.join(folder, 'package.json'));
  const { find } = require('@mapbox/node-pre-gyp') as { find(manifest: string): string };
  return find(path.join(folder, 'package.json'));
}

async function compile(build: {
  tensorflow: InstalledTensorflow;
  headers: string;
  sources: string;
  target: string;
  signal?: AbortSignal;
}): Promise<void> {
  const { tensorflow, headers, sources, target, signal } = build;
  await makeFolder(path.dirname(target));
  const args = [
    ...['-std=c++17', '-O2', '-fPIC', '-shared', '-DNAPI_VERSION=8', '-DBUILDING_NODE_EXTENSION'],
    ...[`-I${path.dirname(sources)}`, `-I${headers}`, `-I${path.join(tensorflow.folder, 'include')}`],
    ...['tfjs_backend.cc', 'tfjs_binding.cc'].map((file) => path.join(sources, file)),
    ...['-o', target, `-L${tensorflow.folder}`],
    ...['-l:libtensorflow_cc.so.2', '-l:libtensorflow_framework.so.2', `-Wl,-rpath,${tensorflow.folder}`],
  ];
  await command('g++', args, { signal }).catch(async (error: Error & { stderr?: string }) => {
    await rm(target, { force: true });
    throw new Failure(
      `the addon did not build against TensorFlow ${tensorflow.version}:\n${error.stderr ?? error.message}`,
    );
  });
}

/** Loads the addon in a process of its own, so that one that crashes is a message and no crash. */
async function proveAddon(target: string): Promise<string> {
  const script = `
    const tf = require(${JSON.stringify(name)});
    const [product] = tf.matMul(tf.tensor2d([[1, 2]]), tf.tensor2d([[3], [4]])).dataSync();
    if (product !== 11) throw new Error('1·3 + 2·4 came out as ' + product);
    const { isUsingGpuDevice, binding } = tf.backend();
    console.log('TensorFlow ' + binding.TF_Version + ' on the ' + (isUsingGpuDevice ? 'GPU' : 'processor'));`;
  const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: '2' };
  try {
    return (
      (await command(process.execPath, ['-e', script], { cwd: root, env })).trim().split('\n').at(-1) ?? ''
    );
  } catch (cause) {
    await rm(target, { force: true });
    throw new Failure(
      `the addon was built but does not run:\n${String((cause as { stderr?: string }).stderr ?? cause)}`,
      3,
      { cause },
    );
  }
}

async function command(
  file: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; signal?: AbortSignal } = {},
): Promise<string> {
  return (await promisify(execFile)(file, [...args], { ...options, maxBuffer: 2 ** 24 })).stdout;
}
