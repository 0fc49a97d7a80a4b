import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import open from 'open';
import { root } from '../engine/root.js';

/**
 * Opens the reader's browser at an address that holds a secret. All users of a machine can read command lines, so the
 * browser is given a file that only its owner can read, which leads to the address.
 *
 * @returns a function that removes the file
 */
export async function openBrowser(address: string): Promise<() => Promise<void>> {
  // Below the checkout, since a browser in a sandbox may see no temporary files.
  const folder = path.join(root, 'node_modules', '.cache', 'litmus-preview');
  const file = path.join(folder, `open-${process.pid}.html`);
  await mkdir(folder, { recursive: true });
  await rm(file, { force: true });
  await writeFile(file, `<!doctype html><meta http-equiv="refresh" content="0; url=${address}">\n`, {
    mode: 0o600,
    flag: 'wx',
  });
  // A machine without a browser is told the address as well.
  await open(file).then(
    (command) => command.on('error', () => undefined),
    () => undefined,
  );
  return () => rm(file, { force: true });
}
