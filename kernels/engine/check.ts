import { decodeTable } from '../../src/lib/experiment/table.js';
import { judgeClaims, type Judged, type TableSource } from './claims.js';
import { storedTables } from './claims-table.js';
import { experimentOf, type PlacedPaper } from './papers.js';
import { arrayBuffer, readVerdicts, recordVerdicts, type RecordedVerdicts } from './recorded.js';
import { runExperiment, type RunOptions } from './run.js';
import type { ServeOptions } from './serve.js';

/** A claim whose verdict is not the recorded one. */
export interface VerdictChange {
  readonly paper: string;
  readonly claim: string;
  readonly profile: string;
  /** `undefined` where none was recorded. */
  readonly before?: string;
  /** `undefined` where a recorded claim is no longer judged at that profile. */
  readonly after?: string;
}

export interface CheckResult {
  readonly judged: readonly Judged[];
  readonly changes: readonly VerdictChange[];
}

/**
 * Judges a paper's claims and compares the verdicts with the recorded ones. Quick tables whose key changed
 * are computed; with `fresh`, all of them, whatever is stored.
 */
export async function checkPaper(paper: PlacedPaper, options: ServeOptions = {}): Promise<CheckResult> {
  const stored = storedTables(paper, options);
  const judged = await judgeClaims(paper, options.fresh ? recomputed(paper, options, stored) : stored);
  return { judged, changes: changesOf(paper.slug, await readVerdicts(paper), verdictsOf(judged)) };
}

/** Files the verdicts of what is stored now: what later checks compare with. */
export async function fileVerdicts(
  paper: PlacedPaper,
  options: ServeOptions = {},
): Promise<readonly Judged[]> {
  const judged = await judgeClaims(paper, storedTables(paper, options));
  await recordVerdicts(paper, verdictsOf(judged));
  return judged;
}

function recomputed(paper: PlacedPaper, options: RunOptions, stored: TableSource): TableSource {
  const runs = new Map<string, ReturnType<typeof runExperiment>>();
  return async (table, profile) => {
    if (profile === 'full') return stored(table, profile);
    const experiment = experimentOf(paper, table);
    const run =
      runs.get(experiment.name) ?? runExperiment({ experiment, profile }, { ...options, fresh: true });
    runs.set(experiment.name, run);
    return decodeTable(arrayBuffer((await run).tables[table]));
  };
}

function verdictsOf(judged: readonly Judged[]): RecordedVerdicts {
  const verdicts: Record<string, Record<string, string>> = {};
  for (const { claim, profile, verdict } of judged) (verdicts[claim.id] ??= {})[profile] = verdict;
  return verdicts;
}

function changesOf(paper: string, before: RecordedVerdicts, after: RecordedVerdicts): VerdictChange[] {
  const claims = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return claims.flatMap((claim) => {
    const [was, is] = [before[claim] ?? {}, after[claim] ?? {}] as Record<string, string | undefined>[];
    const found = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    return found
      .filter((profile) => was[profile] !== is[profile])
      .map((profile) => ({ paper, claim, profile, before: was[profile], after: is[profile] }));
  });
}
