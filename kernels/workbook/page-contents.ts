import { partsNameOf } from './parts/fill-parts.js';
import { proseNameOf } from './prose.js';

/**
 * The files that a page is filled with while it is made, below the root of the workbook: its parts, and what its text takes
 * from tables.
 *
 * @param page its path, with its extension or without: `/papers/cs-ib`
 */
export async function contentsOf(page: string): Promise<readonly string[]> {
  const names = await Promise.all([partsNameOf(page), proseNameOf(page)]);
  return names.filter((name) => name !== undefined);
}
