import { isTested, tablesReadBy } from '../../src/lib/claims/claim.js';
import type { Verdict } from '../../src/lib/claims/verdict.js';
import { decodeRows } from '../../src/lib/experiment/rows.js';
import { judgeClaims, type Judged, type TableSource } from './claims.js';
import { storedTables } from './claims-table.js';
import { fileFalseAlarms } from './false-alarms.js';
import { experimentOf, type PlacedPaper } from './papers.js';
import { arrayBuffer } from './recorded.js';
import { runExperiment, type RunOptions } from './run.js';
import type { ServeOptions } from './serve.js';
import { type JudgedAt, readVerdicts, type RecordedVerdicts, recordVerdicts } from './verdicts.js';

/** A claim whose verdict is not the recorded one. */
export interface VerdictChange {
  readonly paper: string;
  readonly claim: string;
  readonly profile: JudgedAt;
  /** `undefined` where none was recorded. */
  readonly before?: Verdict;
  /** `undefined` where a recorded claim is no longer judged at that profile. */
  readonly after?: Verdict;
}

export interface CheckResult {
  readonly judged: readonly Judged[];
  readonly changes: readonly VerdictChange[];
}

/**
 * Judges a paper's claims and compares the verdicts with the recorded ones. Quick tables whose key changed
 * are computed; with `fresh`, all of them, whatever is stored. A claim that had to be judged on a table of older code
 * says so (`stale`): its verdict says nothing about the code that is here.
 */
export async function checkPaper(paper: PlacedPaper, options: ServeOptions = {}): Promise<CheckResult> {
  // First: a file that cannot be read is told before anything is computed.
  const recorded = await readVerdicts(paper);
  const stored = storedTables(paper, options);
  const judged = await judgeClaims(paper, options.fresh ? recomputed(paper, options, stored) : stored);
  return { judged, changes: changesOf(paper.slug, recorded, verdictsOf(judged)) };
}

/** What filing verdicts did. */
export interface Filing {
  /** The verdicts that are other ones now. */
  readonly changes: readonly VerdictChange[];
  /** Claims whose recorded verdicts stay as they are, since a table behind them is of older code or missing. */
  readonly kept: readonly { readonly claim: string; readonly profile: JudgedAt; readonly because: string }[];
}

/**
 * Files verdicts: what later checks compare with. Of claims that read one of the tables named, and of those that no
 * verdict is recorded of; all others stay as they are, as does every verdict that today's code does not give or deny.
 * With them how often claims hold by chance, counted anew where criteria or tables are others.
 *
 * @param tables names of the tables that have just been recorded; all of the paper's where omitted
 */
export async function fileVerdicts(
  paper: PlacedPaper,
  options: ServeOptions & { readonly tables?: readonly string[] } = {},
): Promise<Filing> {
  const before = await readVerdicts(paper);
  const stored = storedTables(paper, options);
  const judged = await judgeClaims(paper, stored);
  const kept: Filing['kept'][number][] = [];
  const after: Record<string, Partial<Record<JudgedAt, Verdict>>> = {};
  for (const claim of (await paper.claims?.())?.claims ?? []) {
    const was = before[claim.id];
    const reads = tablesReadBy(claim);
    const concerned =
      !options.tables || !isTested(claim) || reads.some((table) => options.tables!.includes(table));
    if (was && !concerned) {
      after[claim.id] = was;
      continue;
    }
    const own = judged.filter((one) => one.claim.id === claim.id);
    const filed: Partial<Record<JudgedAt, Verdict>> = {};
    for (const { profile, verdict, stale } of own)
      if (stale === undefined) filed[profile] = verdict;
      else {
        if (was?.[profile]) filed[profile] = was[profile];
        kept.push({ claim: claim.id, profile, because: stale });
      }
    const expected = reads.some((table) => experimentOf(paper, table).definition.profiles.full);
    if (was?.full && !filed.full && expected) {
      filed.full = was.full;
      kept.push({ claim: claim.id, profile: 'full', because: 'a full table behind it is of older code' });
    }
    after[claim.id] = ordered(filed);
  }
  await recordVerdicts(paper, after);
  await fileFalseAlarms(paper, stored, options.log);
  return { changes: changesOf(paper.slug, before, after), kept };
}

/** In one order, so that filing anew what has not changed changes no file. */
function ordered(filed: Partial<Record<JudgedAt, Verdict>>): Partial<Record<JudgedAt, Verdict>> {
  const entries = (['full', 'quick', 'none'] as const).map((profile) => [profile, filed[profile]] as const);
  return Object.fromEntries(entries.filter(([, verdict]) => verdict !== undefined));
}

function recomputed(paper: PlacedPaper, options: RunOptions, stored: TableSource): TableSource {
  const runs = new Map<string, ReturnType<typeof runExperiment>>();
  return async (table, profile) => {
    if (profile === 'full') return stored(table, profile);
    const experiment = experimentOf(paper, table);
    const run =
      runs.get(experiment.name) ?? runExperiment({ experiment, profile }, { ...options, fresh: true });
    runs.set(experiment.name, run);
    return decodeRows(arrayBuffer((await run).tables[table]));
  };
}

function verdictsOf(judged: readonly Judged[]): RecordedVerdicts {
  const verdicts: Record<string, Partial<Record<JudgedAt, Verdict>>> = {};
  for (const { claim, profile, verdict } of judged) (verdicts[claim.id] ??= {})[profile] = verdict;
  return verdicts;
}

function changesOf(paper: string, before: RecordedVerdicts, after: RecordedVerdicts): VerdictChange[] {
  const claims = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return claims.flatMap((claim) => {
    const was = before[claim] ?? {};
    const is = after[claim] ?? {};
    const found = [...new Set([...Object.keys(was), ...Object.keys(is)])] as JudgedAt[];
    return found
      .filter((profile) => was[profile] !== is[profile])
      .map((profile) => ({ paper, claim, profile, before: was[profile], after: is[profile] }));
  });
}
