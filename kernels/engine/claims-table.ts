import { claimColumns, type ClaimRow } from '../../src/lib/claims/claim-columns.js';
import type { Provenance } from '../../src/lib/experiment/provenance.js';
import { decodeRows, type ProvenRows } from '../../src/lib/experiment/rows.js';
import { claimRow } from './claim-rows.js';
import { judgeClaims, type TableSource } from './claims.js';
import { readLock } from './criteria-lock.js';
import type { PlacedPaper } from './papers.js';
import { encodeDerived, type Source } from './parquet.js';
import type { PartedFile } from './parted-file.js';
import { arrayBuffer } from './recorded.js';
import { availableTable, type ServeOptions, serveTable } from './serve.js';

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

/** A paper's claims, judged, and the tables that they were judged on. */
interface JudgedRows {
  readonly rows: readonly ClaimRow[];
  readonly sources: readonly Source[];
}

/** `claims.parquet`, of one paper or of all. */
export const claimsFile: PartedFile<JudgedRows> = {
  async part(paper, options) {
    const sources = new Map<string, Source>();
    const stored = storedTables(paper, options);
    const source: TableSource = async (table, profile) => {
      const found = await stored(table, profile);
      if (found) sources.set(`${table}.${profile}`, sourceOf(found.provenance));
      return found;
    };
    const lock = await readLock(paper);
    const rows = (await judgeClaims(paper, source)).map((judged) => claimRow(judged, lock));
    // In an order of their own: tables are read side by side, in whichever order the disk gives them.
    return { rows, sources: [...sources].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, found]) => found) };
  },
  whole(parts, missing) {
    const rows = parts.flatMap((part) => part.rows);
    return encodeDerived('claims', claimColumns, rows, {
      sources: parts.flatMap((part) => part.sources),
      missing,
    });
  },
};

function sourceOf({ paper, table, profile, key, date, stale }: Provenance): Source {
  return { paper, table, profile, key, date, stale };
}
