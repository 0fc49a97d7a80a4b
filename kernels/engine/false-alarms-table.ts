import { isExact, isTested } from '../../src/lib/claims/claim.js';
import { falseAlarmColumns, type FalseAlarmRow, falseAlarms } from '../../src/lib/claims/false-alarms.js';
import { tablesAt, type TableSource } from './claims.js';
import { derivedTable, slugsOf } from './claims-table.js';
import type { PlacedPaper } from './papers.js';
import type { ServeOptions } from './serve.js';

/** As many as show a rate of a tenth for what it is. */
const draws = 200;

/** `false-alarms.parquet` of one paper or of all: how often claims hold on data that say nothing about them. */
export async function serveFalseAlarms(slug: string, options: ServeOptions = {}): Promise<Uint8Array> {
  return derivedTable('false-alarms', falseAlarmColumns, await slugsOf(slug), options, falseAlarmRows);
}

/** A row for each claim of a paper of which such data can be made, on the tables of the largest run. */
export async function falseAlarmRows(paper: PlacedPaper, source: TableSource): Promise<FalseAlarmRow[]> {
  const rows: FalseAlarmRow[] = [];
  for (const claim of (await paper.claims?.())?.claims ?? []) {
    if (!isTested(claim) || isExact(claim) || !claim.chance) continue;
    const largest = await tablesAt(paper, claim.tables, 'full', source);
    const tables = largest ?? (await tablesAt(paper, claim.tables, 'quick', source));
    if (!tables) continue;
    const { chance } = claim;
    rows.push({
      paper: paper.slug,
      id: claim.id,
      profile: largest ? 'full' : 'quick',
      relabelled: `${chance.table}.${chance.column}`,
      within: chance.within.join(', '),
      ...falseAlarms({ ...claim, chance }, tables.rows, draws),
    });
  }
  return rows;
}
