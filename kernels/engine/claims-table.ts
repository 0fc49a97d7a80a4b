import { createHash } from 'node:crypto';
import { decodeTable, type ProvenTable } from '../../src/lib/experiment/table.js';
import { claimColumns, claimRow, judgeClaims, type Judged, type TableSource } from './claims.js';
import { stableJson } from './key.js';
import { gitCommit, processor } from './machine.js';
import { encodeTable } from './parquet.js';
import { loadPaper, paperSlugs, type PlacedPaper } from './papers.js';
import { arrayBuffer } from './recorded.js';
import { availableTable, serveTable, type ServeOptions } from './serve.js';

/** The name under which the claims of all papers are served, in the place of a paper's slug. */
export const shelf = 'shelf';

/** The tables that a paper's claims read: full ones where they are stored, quick ones computed if need be. */
export function storedTables(paper: PlacedPaper, options: ServeOptions = {}): TableSource {
  const read = new Map<string, Promise<ProvenTable | undefined>>();
  const find = async (table: string, profile: 'quick' | 'full') => {
    const bytes =
      profile === 'full'
        ? await availableTable(paper, table, 'full', options)
        : await serveTable(paper, table, { ...options, profile });
    return bytes && decodeTable(arrayBuffer(bytes));
  };
  return (table, profile) => {
    const name = `${table}.${profile}`;
    const found = read.get(name) ?? find(table, profile);
    read.set(name, found);
    return found;
  };
}

/** `claims.parquet` of one paper, or of all of them (`shelf`). */
export async function serveClaims(slug: string, options: ServeOptions = {}): Promise<Uint8Array> {
  const slugs = slug === shelf ? await paperSlugs() : [slug];
  const judged: Judged[] = [];
  let date = '';
  for (const name of slugs) {
    const paper = await loadPaper(name);
    const stored = storedTables(paper, options);
    const source: TableSource = async (table, profile) => {
      const found = await stored(table, profile);
      if (found && found.provenance.date > date) date = found.provenance.date;
      return found;
    };
    judged.push(...(await judgeClaims(paper, source)));
  }
  const rows = judged.map(claimRow);
  return encodeTable(claimColumns, rows, {
    paper: slug,
    experiment: 'claims',
    table: 'claims',
    profile: 'quick',
    seed: 0,
    parameters: {},
    key: createHash('sha256').update(stableJson(rows)).digest('hex'),
    datasets: {},
    backend: 'none',
    device: processor(),
    versions: { node: process.versions.node },
    commit: await gitCommit(),
    duration: 0,
    date,
  });
}
