import { type Profile, profiles } from '../../src/lib/experiment/experiment.js';
import { decodeProvenance } from '../../src/lib/experiment/footer.js';
import { cacheStore, type ResultCache, resultCache } from './cache.js';
import { messageOf } from './failure.js';
import { experimentOf, type PlacedPaper } from './papers.js';
import { arrayBuffer, readRecorded, recordedStore } from './recorded.js';
import { keyOf, runExperiment, type RunOptions } from './run.js';
import { type TableStore, tiered } from './store.js';

/** Best first. */
const byQuality: readonly Profile[] = [...profiles].reverse();

export interface ServeOptions extends RunOptions {
  /** One profile alone; the best one there is where omitted. */
  readonly profile?: Profile;
}

/** Where finished tables lie, in the order in which they are looked for: what is committed, then this user's cache. */
export function finishedTables(cache: ResultCache, warn?: (message: string) => void): TableStore {
  return tiered(recordedStore(warn), cacheStore(cache));
}

/** The table at a profile, if nothing has to be computed for it: recorded or cached, its key matching. */
export async function availableTable(
  paper: PlacedPaper,
  table: string,
  profile: Profile,
  { log, cache = resultCache(undefined, log) }: Pick<ServeOptions, 'cache' | 'log'> = {},
): Promise<Uint8Array | undefined> {
  const experiment = experimentOf(paper, table);
  if (!experiment.definition.profiles[profile]) return undefined;
  const key = await keyOf({ experiment, profile });
  return finishedTables(cache, log).table({ paper, table, profile, key });
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
  const { profile, log, cache = resultCache(undefined, log) } = options;
  for (const candidate of profile ? [profile] : byQuality) {
    const bytes = await availableTable(paper, table, candidate, { cache, log });
    if (bytes) return bytes;
  }
  const experiment = experimentOf(paper, table);
  const job = { experiment, profile: profile ?? 'quick' } as const;
  log?.(`computing ${paper.slug}/${experiment.name} (${job.profile}): no stored result matches the code`);
  try {
    return (await runExperiment(job, { ...options, cache })).tables[table];
  } catch (error) {
    const reason = messageOf(error);
    const stale = options.signal?.aborted ? undefined : await staleTable(paper, table, profile, reason);
    if (!stale) throw error;
    log?.(
      `${paper.slug}/${table}: showing the recorded result of older code, since the run failed: ${reason}`,
    );
    return stale;
  }
}

async function staleTable(paper: PlacedPaper, table: string, profile: Profile | undefined, reason: string) {
  for (const candidate of profile ? [profile] : byQuality) {
    const recorded = await readRecorded(paper, table, candidate);
    if (!recorded) continue;
    const provenance = decodeProvenance(arrayBuffer(recorded.bytes))!;
    const { restamp } = await import('./parquet.js');
    // Its own columns: those of today's code may be others, which is then part of why it is stale.
    return restamp(recorded.bytes, { ...provenance, stale: reason });
  }
  return undefined;
}
