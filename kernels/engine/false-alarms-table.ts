import { falseAlarmColumns, type FalseAlarmRow } from '../../src/lib/claims/false-alarms.js';
import { claimsOfChance, readFalseAlarms } from './false-alarms.js';
import { encodeDerived } from './parquet.js';
import type { PartedFile } from './parted-file.js';

/** `false-alarms.parquet`: what was recorded of claims on data that say nothing about them. */
export const falseAlarmsFile: PartedFile<readonly FalseAlarmRow[]> = {
  async part(paper) {
    const rows: FalseAlarmRow[] = [];
    const recorded = await readFalseAlarms(paper);
    for (const { id, chance } of await claimsOfChance(paper)) {
      const found = recorded[id];
      if (!found) continue;
      const { profile, draws, reproduced, refuted } = found;
      const relabelled = `${chance.table}.${chance.column}`;
      const within = chance.within.join(', ');
      rows.push({ paper: paper.slug, id, profile, relabelled, within, draws, reproduced, refuted });
    }
    return rows;
  },
  whole: (parts, missing) => encodeDerived('false-alarms', falseAlarmColumns, parts.flat(), { missing }),
};
