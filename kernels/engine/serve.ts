import { profiles, type Profile } from '../../src/lib/experiment/experiment.js';
import type { Provenance } from '../../src/lib/experiment/provenance.js';
import { decodeProvenance } from '../../src/lib/experiment/footer.js';
import { resultCache } from './cache.js';
import { experimentOf, type PlacedPaper } from './papers.js';
import { arrayBuffer, readRecorded } from './recorded.js';
import { keyOf, runExperiment, type RunOptions } from './run.js';

/** Best first. */
const byQuality: readonly Profile[] = [...profiles].reverse();

export interface ServeOptions extends RunOptions {
  /** One profile alone; the best one there is where omitted. */
  readonly profile?: Profile;
  /** Told what is being computed, and of a result that is older than its code. */
  log?(message: string): void;
}

/** The table at a profile, if nothing has to be computed for it: recorded or cached, its key matching. */
export async function availableTable(
  paper: PlacedPaper,
  table: string,
  profile: Profile,
  cache = resultCache(),
): Promise<Uint8Array | undefined> {
  const experiment = experimentOf(paper, table);
  if (!experiment.definition.profiles[profile]) return undefined;
  const key = await keyOf({ experiment, profile });
  const recorded = await readRecorded(paper, table, profile);
  return recorded?.key === key ? recorded.bytes : cache.table(key, table);
}

/**
 * The file behind a figure: the recorded or cached table of the best profile whose key still matches the
 * code, else a quick run. Where that run fails (a data set that is not here, say) and a recorded table of
 * older code exists, that one is served and its provenance says why it is stale.
 */
export async function serveTable(
  paper: PlacedPaper,
  table: string,
  options: ServeOptions = {},
): Promise<Uint8Array> {
  const { profile, cache = resultCache(), log } = options;
  for (const candidate of profile ? [profile] : byQuality) {
    const bytes = await availableTable(paper, table, candidate, cache);
    if (bytes) return bytes;
  }
  const experiment = experimentOf(paper, table);
  const job = { experiment, profile: profile ?? 'quick' } as const;
  log?.(`computing ${paper.slug}/${experiment.name} (${job.profile}): no stored result matches the code`);
  try {
    return (await runExperiment(job, { ...options, cache })).tables[table];
  } catch (error) {
    const stale = options.signal?.aborted
      ? undefined
      : await staleTable(paper, table, profile, String(error));
    if (!stale) throw error;
    log?.(
      `${paper.slug}/${table}: showing the recorded result of older code, since the run failed: ${String(error)}`,
    );
    return stale;
  }
}

async function staleTable(paper: PlacedPaper, table: string, profile: Profile | undefined, reason: string) {
  for (const candidate of profile ? [profile] : byQuality) {
    const recorded = await readRecorded(paper, table, candidate);
    if (!recorded) continue;
    const provenance = decodeProvenance(arrayBuffer(recorded.bytes)) as Provenance;
    const { restamp } = await import('./parquet.js');
    const { columns } = experimentOf(paper, table).definition.tables[table];
    return restamp(recorded.bytes, columns, { ...provenance, stale: reason }).catch(() => recorded.bytes);
  }
  return undefined;
}
