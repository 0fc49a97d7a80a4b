import type { Amendment } from '../../../src/lib/claims/claim-columns.js';
import type { Verdict } from '../../../src/lib/claims/verdict.js';
import { judgeClaims } from '../../engine/claims.js';
import { storedTables } from '../../engine/claims-table.js';
import {
  changesInWords,
  type CriteriaLock,
  criteriaOf,
  type CriterionChange,
  criterionChanges,
  readLock,
  writeLock,
} from '../../engine/criteria-lock.js';
import { Failure } from '../../engine/failure.js';
import { loadPapers, type PlacedPaper } from '../../engine/papers.js';
import { readVerdicts } from '../../engine/verdicts.js';
import type { CommandContext } from '../context.js';

interface LockOptions {
  readonly why?: string;
}

/** `litmus lock`: fixes the criteria of papers, or amends what was fixed. */
export async function lock(
  { terminal }: CommandContext,
  slugs: string[],
  { why }: LockOptions,
): Promise<number> {
  const today = new Date().toISOString().slice(0, 10);
  for (const paper of (await loadPapers(slugs)).filter(({ claims }) => claims)) {
    const criteria = await criteriaOf(paper);
    const found = await readLock(paper);
    const before: CriteriaLock = found ?? { claims: {}, amendments: [] };
    const changes = criterionChanges(before, criteria);
    const amended = found ? await amendments(paper, changes, why, today) : [];
    const claims = Object.fromEntries(
      Array.from(criteria, ([id, criterion]) => {
        const locked = before.claims[id];
        return [id, locked?.criterion === criterion ? locked : { criterion, since: today }];
      }),
    );
    if (changes.length > 0)
      await writeLock(paper, { claims, amendments: [...before.amendments, ...amended] });
    terminal.out(`${paper.slug}: ${found ? told(changes) : `${criteria.size} criteria locked`}\n`);
    for (const { claim, what, before, after } of amended)
      terminal.out(`  ${claim} ${what}: ${before ?? 'no verdict'} → ${after ?? 'no verdict'}\n`);
  }
  terminal.out('commit the locks before the runs that they judge\n');
  return 0;
}

const told = (changes: readonly CriterionChange[]) =>
  changes.length === 0 ? 'nothing changed' : `${changes.length} amended`;

/** What the changes of locked criteria do to verdicts, on the tables that are there. */
async function amendments(
  paper: PlacedPaper,
  changes: readonly CriterionChange[],
  why: string | undefined,
  date: string,
): Promise<Amendment[]> {
  if (changes.length === 0) return [];
  if (!why?.trim())
    throw new Failure(
      `${paper.slug} has locked criteria, and these are others now: ${changesInWords(changes)}; say for its page why they were amended: --why "…"`,
      2,
    );
  const recorded = await readVerdicts(paper);
  const judged = await judgeClaims(paper, storedTables(paper));
  return changes.map(({ claim, what }) => {
    const was = recorded[claim];
    const before: Verdict | null = was?.full ?? was?.quick ?? was?.none ?? null;
    const after = judged.find((one) => one.claim.id === claim && one.decisive)?.verdict ?? null;
    return { date, claim, what, why, before, after };
  });
}
