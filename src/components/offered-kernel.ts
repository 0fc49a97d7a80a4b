import type { LiveSource } from './live-run.js';

/**
 * The kernel that the page's head names, as the local preview does; `undefined` on the static site. The code that
 * speaks to a kernel is loaded where there is one.
 *
 * @throws {Error} where it does not answer
 */
export async function offeredKernel(): Promise<LiveSource | undefined> {
  const address = document.querySelector<HTMLMetaElement>('meta[name=litmus-kernel]')?.content;
  if (!address) return undefined;
  const [{ connectKernel }, { kernelSource }] = await Promise.all([
    import('./kernel-connection.js'),
    import('./kernel-source.js'),
  ]);
  return kernelSource(() => connectKernel(address));
}
