import { decodeTable, type ProvenTable } from '../lib/experiment/table.js';
import { fetchTable } from './fetch-table.js';

/** A table as an Arquero table, with its provenance and where to download it. */
export interface PageTable extends ProvenTable {
  readonly href: string;
}

/**
 * Reads a table that Litmus wrote.
 *
 * @param href From `FileAttachment('….parquet').href`: without a property after it, Framework takes the file
 * for one to read with libraries of its own, and fetches those.
 * @throws {Error} where there is no such file, where it is no Parquet file, or carries no provenance.
 */
export async function readTable(href: string): Promise<PageTable> {
  return { ...(await decodeTable(await fetchTable(href))), href };
}
