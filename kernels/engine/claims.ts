import { type Claim, isTested, type TestedClaim } from '../../src/lib/claims/claim.js';
import { judge, type Judgement } from '../../src/lib/claims/judge.js';
import type { Verdict } from '../../src/lib/claims/verdict.js';
import type { TableRows } from '../../src/lib/experiment/column.js';
import type { Profile } from '../../src/lib/experiment/experiment.js';
import type { ProvenRows } from '../../src/lib/experiment/rows.js';
import type { Scale } from '../../src/lib/experiment/scale.js';
import { experimentOf, type PlacedPaper } from './papers.js';

/** Finds a table of a paper at a profile; `undefined` where there is none. */
export type TableSource = (table: string, profile: Profile) => Promise<ProvenRows | undefined>;

/** A claim as judged at one profile; `none` where no run can decide it. */
export interface Judged {
  readonly paper: string;
  readonly claim: Claim;
  readonly profile: Profile | 'none';
  readonly verdict: Verdict;
  /** Absent where no run can decide it. */
  readonly judgement?: Judgement;
  /** Of the experiments that filled its tables. */
  readonly scales: readonly Scale[];
  /** Present where a table behind it is of older code: which, and why it could not be computed again. */
  readonly stale?: string;
  /** True for the profile that decides the claim: the fullest that was run. */
  readonly decisive: boolean;
}

/** Judges every claim of a paper at each profile for which the source has its tables. */
export async function judgeClaims(paper: PlacedPaper, source: TableSource): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const claim of (await paper.claims?.())?.claims ?? []) {
    if (!isTested(claim)) {
      const verdict = 'not tested';
      judged.push({ paper: paper.slug, claim, profile: 'none', verdict, scales: [], decisive: true });
      continue;
    }
    const full = await judgeAt(paper, claim, 'full', source);
    const quick = await judgeAt(paper, claim, 'quick', source);
    if (full) judged.push({ ...full, decisive: true });
    if (quick) judged.push({ ...quick, decisive: !full });
  }
  return judged;
}

async function judgeAt(
  paper: PlacedPaper,
  claim: TestedClaim,
  profile: Profile,
  source: TableSource,
): Promise<Omit<Judged, 'decisive'> | undefined> {
  const found = await tablesAt(paper, claim.tables, profile, source);
  if (!found) return undefined;
  const { rows, scales, stale } = found;
  const judgement = judge(claim, rows);
  const judged = { paper: paper.slug, claim, profile, verdict: judgement.verdict, judgement, scales };
  return stale ? { ...judged, stale } : judged;
}

/** Tables of a paper as they are read at one profile. */
export interface TablesAt {
  readonly rows: TableRows;
  /** Of the experiments that filled them. */
  readonly scales: readonly Scale[];
  /** Content keys of the runs that filled them, by table. */
  readonly keys: Readonly<Record<string, string>>;
  /** Which of them are of older code, and why; empty where none is. */
  readonly stale: string;
}

/** Tables of a paper at one profile; `undefined` where one is not there, or none has that profile. */
export async function tablesAt(
  paper: PlacedPaper,
  tables: readonly string[],
  profile: Profile,
  source: TableSource,
): Promise<TablesAt | undefined> {
  const places = tables.map((table) => {
    const { definition } = experimentOf(paper, table);
    // An experiment that is exact at the small scale has no larger one: its quick table serves both.
    return { table, definition, at: definition.profiles[profile] ? profile : ('quick' as const) };
  });
  if (!places.some(({ at }) => at === profile)) return undefined;
  const found = await Promise.all(
    places.map(async ({ table, at }) => [table, await source(table, at)] as const),
  );
  if (found.some(([, table]) => table === undefined)) return undefined;
  const definitions = new Map(places.map(({ definition, at }) => [definition, definition.profiles[at]!]));
  return {
    rows: Object.fromEntries(found.map(([name, proven]) => [name, proven!.rows])),
    keys: Object.fromEntries(found.map(([name, proven]) => [name, proven!.provenance.key])),
    scales: Array.from(definitions, ([definition, params]) => definition.scale(params)),
    stale: found
      .filter(([, proven]) => proven!.provenance.stale !== undefined)
      .map(([table, proven]) => `${table}: ${proven!.provenance.stale}`)
      .join('; '),
  };
}
