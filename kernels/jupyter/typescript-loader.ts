import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../engine/root.js';

const registered = Symbol.for('litmus.typescript-loader');

/**
 * Lets this thread import TypeScript, as modules and as CommonJS: which of them a `.ts` file is, the package.json
 * above it says, and Node 20 and 22 load the second by a loader of its own. A second call, also of a bundled copy of
 * this module, does nothing.
 *
 * @param folder whose tsconfig.json counts, or that of a folder above it; Litmus's own where there is none
 */
export async function registerTypeScript(folder: string): Promise<void> {
  const marks = globalThis as { [registered]?: unknown };
  await (marks[registered] ??= register(settingsOf(folder) ?? path.join(root, 'tsconfig.json')));
}

async function register(tsconfig: string): Promise<void> {
  // As modules: the CommonJS build takes a thread with a `document` for a browser.
  const [esm, cjs] = await Promise.all([import('tsx/esm/api'), import('tsx/cjs/api')]);
  // The second takes its settings from the environment, or else from wherever the process was started.
  const before = process.env.TSX_TSCONFIG_PATH;
  process.env.TSX_TSCONFIG_PATH = tsconfig;
  try {
    esm.register({ tsconfig });
    cjs.register();
  } finally {
    if (before === undefined) delete process.env.TSX_TSCONFIG_PATH;
    else process.env.TSX_TSCONFIG_PATH = before;
  }
}

function settingsOf(folder: string): string | undefined {
  const file = path.join(folder, 'tsconfig.json');
  if (existsSync(file)) return file;
  const above = path.dirname(folder);
  return above === folder ? undefined : settingsOf(above);
}
