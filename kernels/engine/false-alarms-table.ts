import { falseAlarmColumns, type FalseAlarmRow } from '../../src/lib/claims/false-alarms.js';
import { slugsOf } from './claims-table.js';
import { claimsOfChance, readFalseAlarms } from './false-alarms.js';
import { loadPaper } from './papers.js';
import { encodeDerived } from './parquet.js';

/** `false-alarms.parquet` of one paper or of all: what was recorded of claims on data that say nothing about them. */
export async function serveFalseAlarms(slug: string): Promise<Uint8Array> {
  const rows: FalseAlarmRow[] = [];
  for (const name of await slugsOf(slug)) {
    const paper = await loadPaper(name);
    const recorded = await readFalseAlarms(paper);
    for (const { id, chance } of await claimsOfChance(paper)) {
      const found = recorded[id];
      if (!found) continue;
      const { profile, draws, reproduced, refuted } = found;
      const relabelled = `${chance.table}.${chance.column}`;
      const within = chance.within.join(', ');
      rows.push({ paper: name, id, profile, relabelled, within, draws, reproduced, refuted });
    }
  }
  return encodeDerived('false-alarms', falseAlarmColumns, rows, []);
}
