import type { ClaimRow } from '../../src/lib/claims/claim-columns.js';
import type { PageProse, Prose, ProseValue } from '../../src/lib/claims/prose.js';
import type { Row } from '../../src/lib/experiment/column.js';
import { claimRow } from './claim-rows.js';
import { judgeClaims, type TableSource } from './claims.js';
import { storedTables } from './claims-table.js';
import { messageOf } from './failure.js';
import type { PlacedPaper } from './papers.js';
import type { ServeOptions } from './serve.js';

/** What the text of a paper's page takes from its tables; nothing where the paper says nothing of it. */
export function serveProse(paper: PlacedPaper, options: ServeOptions = {}): Promise<PageProse> {
  return proseOf(paper, storedTables(paper, options));
}

/** The values of a paper's prose, each table at its largest run. A part that fails leaves the others as they are. */
export async function proseOf(paper: PlacedPaper, source: TableSource): Promise<PageProse> {
  const parts = (await paper.prose?.())?.prose ?? [];
  if (parts.length === 0) return { values: {}, problems: [] };
  const decided = (await judgeClaims(paper, source))
    .filter(({ decisive }) => decisive)
    .map((judged) => claimRow(judged));
  const values: Record<string, ProseValue> = {};
  const problems: string[] = [];
  for (const part of parts)
    try {
      for (const [name, value] of Object.entries(await valuesOf(part, source, decided))) {
        if (Object.hasOwn(values, name)) throw new RangeError(`"${name}" stands there twice`);
        values[name] = value;
      }
    } catch (error) {
      problems.push(`prose on ${part.tables.join(', ') || 'claims'}: ${messageOf(error)}`);
    }
  return { values, problems };
}

async function valuesOf({ tables, values }: Prose, source: TableSource, decided: readonly ClaimRow[]) {
  const rows: Record<string, readonly Row[]> = {};
  for (const table of tables) {
    const found = (await source(table, 'full')) ?? (await source(table, 'quick'));
    if (!found) throw new RangeError(`there is no table "${table}"`);
    rows[table] = found.rows;
  }
  return values(rows, (id) => {
    const claim = decided.find((one) => one.id === id);
    if (!claim) throw new RangeError(`there is no claim "${id}"`);
    return claim;
  });
}
