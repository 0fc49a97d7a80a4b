import type { ClaimRow } from '../../src/lib/claims/claim-columns.js';
import type { DecidedClaim, PageProse, Prose, ProseValue } from '../../src/lib/claims/prose.js';
import type { Row } from '../../src/lib/experiment/column.js';
import { claimRow } from './claim-rows.js';
import { judgeClaims, type TableSource } from './claims.js';
import { messageOf } from './failure.js';
import type { PlacedPaper } from './papers.js';

/** The claims of a paper, each as its largest run judges it. */
export async function decidedClaims(paper: PlacedPaper, source: TableSource): Promise<ClaimRow[]> {
  const judged = await judgeClaims(paper, source);
  return judged.filter(({ decisive }) => decisive).map((one) => claimRow(one));
}

/**
 * The values of a paper's prose, each table at its largest run. A part that fails leaves the others as they are.
 *
 * @param decided the paper's claims, where they have been judged already
 */
export async function proseOf(
  paper: PlacedPaper,
  source: TableSource,
  decided?: readonly ClaimRow[],
): Promise<PageProse> {
  const parts = (await paper.prose?.())?.prose ?? [];
  if (parts.length === 0) return { values: {}, problems: [] };
  const claims = decided ?? (await decidedClaims(paper, source));
  const values: Record<string, ProseValue> = {};
  const problems: string[] = [];
  for (const part of parts)
    try {
      for (const [name, value] of Object.entries(await valuesOf(part, source, claims))) {
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
  return values(rows, claimAmong(decided));
}

/** Finds a claim by its name. */
export function claimAmong(decided: readonly ClaimRow[]): DecidedClaim {
  return (id) => {
    const claim = decided.find((one) => one.id === id);
    if (!claim) throw new RangeError(`there is no claim "${id}"`);
    return claim;
  };
}
