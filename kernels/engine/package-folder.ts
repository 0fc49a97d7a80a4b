import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from './failure.js';
import { root } from './root.js';

/**
 * The folder of an installed package, as Node looks it up: in the `node_modules` of a folder and of those above it.
 * Where Litmus is itself a package, its dependencies lie beside it and not below.
 *
 * @param from the folder to look from; Litmus where omitted
 * @returns nothing where the package is not installed
 */
export function packageFolder(name: string, from = root): string | undefined {
  const folder = path.join(from, 'node_modules', name);
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const above = path.dirname(path.resolve(from));
  return above === path.resolve(from) ? undefined : packageFolder(name, above);
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
