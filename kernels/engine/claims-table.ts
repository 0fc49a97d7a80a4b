import { claimColumns, type ClaimRow } from '../../src/lib/claims/claim-columns.js';
import type { Provenance } from '../../src/lib/experiment/provenance.js';
import { decodeRows, type ProvenRows } from '../../src/lib/experiment/rows.js';
import { claimRow } from './claim-rows.js';
import { judgeClaims, type TableSource } from './claims.js';
import { readLock } from './criteria-lock.js';
import { loadPaper, paperSlugs, type PlacedPaper } from './papers.js';
import { encodeDerived, type Source } from './parquet.js';
import { arrayBuffer } from './recorded.js';
import { availableTable, type ServeOptions, serveTable } from './serve.js';

/** The name under which the claims of all papers are served, in the place of a paper's slug. */
export const shelf = 'shelf';

/** The tables that a paper's claims read: full ones where they are stored, quick ones computed if need be. */
export function storedTables(paper: PlacedPaper, options: ServeOptions = {}): TableSource {
  const read = new Map<string, Promise<ProvenRows | undefined>>();
  const find = async (table: string, profile: 'quick' | 'full') => {
    const bytes =
      profile === 'full'
        ? await availableTable(paper, table, 'full', options)
        : await serveTable(paper, table, { ...options, profile });
    return bytes && decodeRows(arrayBuffer(bytes));
  };
  return (table, profile) => {
    const name = `${table}.${profile}`;
    const found = read.get(name) ?? find(table, profile);
    read.set(name, found);
    return found;
  };
}

/** The slug itself; those of all papers where it stands for them (`shelf`). */
export async function slugsOf(slug: string): Promise<readonly string[]> {
  return slug === shelf ? paperSlugs() : [slug];
}

/** `claims.parquet` of one paper, or of all of them (`shelf`). */
export async function serveClaims(slug: string, options: ServeOptions = {}): Promise<Uint8Array> {
  const rows: ClaimRow[] = [];
  const sources = new Map<string, Source>();
  for (const name of await slugsOf(slug)) {
    const paper = await loadPaper(name);
    const stored = storedTables(paper, options);
    const source: TableSource = async (table, profile) => {
      const found = await stored(table, profile);
      if (found) sources.set(`${name}/${table}.${profile}`, sourceOf(found.provenance));
      return found;
    };
    const lock = await readLock(paper);
    rows.push(...(await judgeClaims(paper, source)).map((judged) => claimRow(judged, lock)));
  }
  // In an order of their own: tables are read side by side, in whichever order the disk gives them.
  const inOrder = [...sources].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, source]) => source);
  return encodeDerived('claims', claimColumns, rows, inOrder);
}

function sourceOf({ paper, table, profile, key, date, stale }: Provenance): Source {
  return { paper, table, profile, key, date, stale };
}
