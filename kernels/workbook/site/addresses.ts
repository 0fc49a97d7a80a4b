import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../../engine/failure.js';
import { root } from '../../engine/root.js';

/**
 * Where the built site will be found, with a slash at its end, from the setting `LITMUS_SITE`; `undefined` where nobody
 * has said, upon which the site names no address of its own.
 *
 * @throws {Failure} where the setting is no address of the web
 */
export function siteAddress(setting = process.env.LITMUS_SITE): string | undefined {
  return setting ? webAddress('LITMUS_SITE', setting).href.replace(/\/?$/, '/') : undefined;
}

/**
 * Where the code is kept, from `repository` in `package.json`, or from the setting `LITMUS_REPOSITORY`; `undefined`
 * where neither says.
 *
 * @throws {Failure} where what is said is no address of the web
 */
export function repositoryAddress(
  stated = repositoryInPackage(),
  setting = process.env.LITMUS_REPOSITORY,
): string | undefined {
  const said = stated ?? setting;
  if (!said) return undefined;
  const name = stated === undefined ? 'LITMUS_REPOSITORY' : 'repository in package.json';
  const https = said.replace(/^github:|^(?=[\w.-]+\/[\w.-]+$)/, 'https://github.com/').replace(/^git\+/, '');
  return webAddress(name, https).href.replace(/\.git$/, '');
}

function repositoryInPackage(): string | undefined {
  const { repository } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    readonly repository?: string | { readonly url: string };
  };
  return typeof repository === 'object' ? repository.url : repository;
}

function webAddress(name: string, text: string): URL {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (address?.protocol !== 'https:' && address?.protocol !== 'http:')
    throw new Failure(`${name} is "${text}", which is no address of the web: write https://…`, 2);
  return address;
}
