import { type Claim, isTested, type Measurement, type TestedClaim } from '../../src/lib/experiment/claim.js';
import type { ClaimRow } from '../../src/lib/experiment/claim-columns.js';
import type { Profile } from '../../src/lib/experiment/experiment.js';
import { finite } from '../../src/lib/experiment/finite.js';
import type { ProvenRows } from '../../src/lib/experiment/rows.js';
import type { Verdict } from '../../src/lib/experiment/verdict.js';
import { experimentOf, type PlacedPaper } from './papers.js';

/** Finds a table of a paper at a profile; `undefined` where there is none. */
export type TableSource = (table: string, profile: Profile) => Promise<ProvenRows | undefined>;

/** A claim as judged at one profile; `none` where no run can decide it. */
export interface Judged {
  readonly paper: string;
  readonly claim: Claim;
  readonly profile: Profile | 'none';
  readonly measurement?: Measurement;
  readonly verdict: Verdict;
  /** Present where a table behind it is of older code: which, and why it could not be computed again. */
  readonly stale?: string;
  /** True for the profile that decides the claim: the fullest that was run. */
  readonly decisive: boolean;
}

/** Judges every claim of a paper at each profile for which the source has its tables. */
export async function judgeClaims(paper: PlacedPaper, source: TableSource): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const claim of (await paper.claims?.()) ?? []) {
    if (!isTested(claim)) {
      judged.push({ paper: paper.slug, claim, profile: 'none', verdict: 'not tested', decisive: true });
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
  const places = claim.tables.map((table) => {
    const { profiles } = experimentOf(paper, table).definition;
    // An experiment that is exact at the small scale has no larger one: its quick table serves both.
    return { table, at: profiles[profile] ? profile : ('quick' as const) };
  });
  if (!places.some(({ at }) => at === profile)) return undefined;
  const found = await Promise.all(
    places.map(async ({ table, at }) => [table, await source(table, at)] as const),
  );
  if (found.some(([, table]) => table === undefined)) return undefined;
  const measurement = claim.measure(Object.fromEntries(found.map(([name, proven]) => [name, proven!.rows])));
  const stale = found
    .filter(([, proven]) => proven!.provenance.stale !== undefined)
    .map(([table, proven]) => `${table}: ${proven!.provenance.stale}`)
    .join('; ');
  const judged = { paper: paper.slug, claim, profile, measurement, verdict: claim.judge(measurement) };
  return stale ? { ...judged, stale } : judged;
}

/** One judged claim as a row of `claims.parquet`. */
export function claimRow({ paper, claim, profile, measurement, verdict, decisive, stale }: Judged): ClaimRow {
  const { id, statement, kind, figure, reported } = claim;
  return {
    paper,
    id,
    statement,
    kind,
    figure: figure ?? null,
    profile,
    reported: reported.value,
    reported_where: reported.where,
    recalled: reported.recalled ?? false,
    measured: finite(measurement?.value),
    low: finite(measurement?.low),
    high: finite(measurement?.high),
    unit: measurement?.unit ?? null,
    seeds: measurement?.seeds ?? 0,
    criterion: isTested(claim) ? claim.criterion : null,
    verdict,
    detail: isTested(claim) ? (measurement?.detail ?? null) : claim.untested,
    decisive,
    stale: stale ?? null,
  };
}
