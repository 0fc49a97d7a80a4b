import { missingReason } from '../lib/experiment/missing.js';

/** The bytes of a file of the site. @throws {Error} where it cannot be had, or could not be made. */
export async function fetchTable(href: string): Promise<ArrayBuffer> {
  const { pathname } = new URL(href);
  const response = await fetch(href);
  if (!response.ok)
    throw new Error(`${pathname} could not be loaded: ${response.status} ${response.statusText}`);
  const bytes = await response.arrayBuffer();
  const reason = missingReason(new Uint8Array(bytes));
  if (reason !== undefined) throw new Error(`this table is missing: ${reason}`);
  return bytes;
}
