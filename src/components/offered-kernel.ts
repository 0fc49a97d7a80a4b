import { type Admission, kernelKey, kernelMeta } from '../lib/jupyter/offered.js';
import type { LiveSource } from './live-run.js';

/**
 * The kernel that the page's head offers, as the local preview does; `undefined` on the static site. The code that
 * speaks to a kernel is loaded where there is one and this browser may use it.
 *
 * @throws {Error} where this browser has not been let in, or the kernel does not answer
 */
export async function offeredKernel(): Promise<LiveSource | undefined> {
  const offered = document.querySelector<HTMLMetaElement>(`meta[name=${kernelMeta}]`)?.content;
  if (!offered) return undefined;
  const address = new URL(offered, location.href);
  address.searchParams.set(kernelKey, localStorage.getItem(kernelKey) ?? '');
  const { admitted } = (await (await fetch(address)).json()) as Admission;
  if (!admitted)
    throw new Error('to run this on a kernel, open the address that "npm start" has printed for it');
  const [{ connectKernel }, { kernelSource }] = await Promise.all([
    import('./kernel-connection.js'),
    import('./kernel-source.js'),
  ]);
  return kernelSource(() => connectKernel(address.href.replace(/^http/, 'ws')));
}
