import { setMaxListeners } from 'node:events';
import type { Row } from '../../src/lib/experiment/column.js';
import type { Part, Profile } from '../../src/lib/experiment/experiment.js';
import type { Provenance } from '../../src/lib/experiment/provenance.js';
import { type Attempt, noBackend, type PartResult, type ResultCache, resultCache } from './cache.js';
import { datasetChecksum } from './datasets/store.js';
import { Failure } from './failure.js';
import { codeKey, contentKey } from './key.js';
import { gitCommit } from './machine.js';
import type { NamedExperiment } from './papers.js';
import type { PartRunner } from './pool.js';

/** What is to be run, and at which scale. */
export interface Job {
  readonly experiment: NamedExperiment;
  readonly profile: Profile;
  /** The experiment's own seed where omitted. */
  readonly seed?: number;
}

export interface RunOptions {
  readonly backend?: string;
  /** Where parts run; in this thread, one after the other, where omitted. */
  readonly runner?: PartRunner;
  /**
   * Computes again what the cache holds, which stays until the new result is whole; goes on from the parts that an
   * unfinished run of this kind left.
   */
  readonly fresh?: boolean;
  readonly signal?: AbortSignal;
  readonly cache?: ResultCache;
  /** Called as a run goes on, with the fraction of its cost that is done, from 0 to 1, and its name. */
  onProgress?(fraction: number, name: string): void;
  /** Told, in a sentence, what is worth knowing: a file that was damaged, a result that is computed anew. */
  log?(message: string): void;
  now?(): Date;
}

/** The tables of a run as Parquet files. */
export interface RunResult {
  readonly key: string;
  readonly tables: Readonly<Record<string, Uint8Array>>;
  /** True where nothing had to be computed. */
  readonly cached: boolean;
}

/** The content key of a job: see {@link contentKey}. */
export async function keyOf({ experiment, profile, seed }: Job): Promise<string> {
  const { params, datasets } = inputsOf(experiment, profile);
  return contentKey({ experiment, params, seed: seed ?? experiment.definition.seed, datasets });
}

/**
 * Runs an experiment, or serves it from the cache where its key is there. Parts that an earlier, unfinished
 * run of the same key left are not computed again.
 */
export async function runExperiment(job: Job, options: RunOptions = {}): Promise<RunResult> {
  const { log, cache = resultCache(undefined, log), fresh = false, signal } = options;
  const key = await keyOf(job);
  const stored = async () => {
    const tables = fresh ? undefined : await cachedTables(job, key, cache);
    return tables && { key, tables, cached: true };
  };
  // Looked for without a lock first: what is stored can be read while another process writes, and from a full disk.
  const found = await stored();
  if (found) return found;
  const run = async () => {
    const meanwhile = await stored();
    if (meanwhile) return meanwhile;
    const tables = await compute(job, key, { ...options, cache });
    await cache.putTables(key, tables);
    return { key, tables, cached: false };
  };
  return cache.exclusive(key, run, signal);
}

async function cachedTables({ experiment }: Job, key: string, cache: ResultCache) {
  const names = Object.keys(experiment.definition.tables);
  const files = await Promise.all(names.map(async (name) => [name, await cache.table(key, name)] as const));
  if (files.some(([, bytes]) => bytes === undefined)) return undefined;
  return Object.fromEntries(files) as Record<string, Uint8Array>;
}

async function compute(job: Job, key: string, options: RunOptions & { cache: ResultCache }) {
  const { experiment, profile } = job;
  const { name, slug, definition } = experiment;
  const seed = job.seed ?? definition.seed;
  const { params, datasets } = inputsOf(experiment, profile);
  const { encodeTable } = await import('./parquet.js');
  const results = await runParts(experiment, { params, seed, key }, options);

  const backends = [...new Set(results.map(({ backend }) => backend))];
  const origin: Omit<Provenance, 'table'> = {
    paper: slug,
    experiment: name,
    profile,
    seed,
    parameters: params,
    key,
    code: await codeKey(experiment),
    datasets,
    backend: backends.join(', '),
    device: [...new Set(results.map(({ device }) => device))].join(', '),
    versions: Object.assign({}, ...results.map(({ versions }) => versions)) as Provenance['versions'],
    commit: await gitCommit(),
    duration: round(results.reduce((sum, { duration }) => sum + duration, 0)),
    date: (options.now?.() ?? new Date()).toISOString(),
  };
  return Object.fromEntries(
    Object.entries(definition.tables).map(([table, { columns }]) => {
      const rows = results.flatMap((result): readonly Row[] => result.rows[table] ?? []);
      return [table, encodeTable(columns, rows, { ...origin, table })];
    }),
  );
}

async function runParts(
  { slug, name, file, definition }: NamedExperiment,
  { params, seed, key }: { params: Provenance['parameters']; seed: number; key: string },
  { backend, runner, signal, cache, fresh, onProgress }: RunOptions & { cache: ResultCache },
): Promise<PartResult[]> {
  // Loaded here alone: to serve a stored table takes neither workers nor a tensor library.
  const workers = runner ?? (await import('./pool.js')).inThread;
  const parts = definition.parts(params);
  const attempt: Attempt = fresh ? 'again' : 'first';
  const total = parts.reduce((sum, { cost = 1 }) => sum + cost, 0);
  const fractions = new Map<string, number>();
  const report = (id: string, fraction: number) => {
    fractions.set(id, fraction);
    const done = parts.reduce((sum, { id, cost = 1 }) => sum + cost * (fractions.get(id) ?? 0), 0);
    onProgress?.(done / total, `${slug}/${name}`);
  };
  // A failure in one part ends the others: their results could not be used.
  const abort = new AbortController();
  const stop = signal ? AbortSignal.any([signal, abort.signal]) : abort.signal;
  // Every part listens to it: many listeners are no leak.
  setMaxListeners(0, stop);
  let failure: unknown;
  const one = async (part: Part): Promise<PartResult | undefined> => {
    const onProgress = (fraction: number) => report(part.id, fraction);
    try {
      const result = await workers.run({ file, params, part, seed, backend }, { signal: stop, onProgress });
      await cache.putPart(key, part.id, result, attempt);
      return result;
    } catch (error) {
      // What the others then say is that they were stopped: the first to fail tells why.
      failure ??= error;
      abort.abort();
      return undefined;
    }
  };
  // What another backend has computed differs in its last digits: it is no part of a run by the one that was asked for.
  const fits = (part: PartResult | undefined) =>
    backend === undefined || part?.backend === backend || part?.backend === noBackend;
  const found = (await Promise.all(parts.map((part) => cache.part(key, part.id, attempt)))).map((part) =>
    fits(part) ? part : undefined,
  );
  const results = new Array<PartResult | undefined>(parts.length);
  // The dearest first: what workers share out at the end is small, so that none of them is left alone with a long part.
  const order = parts.map((part, index) => ({ part, index, cost: part.cost ?? 1 }));
  order.sort((a, b) => b.cost - a.cost);
  // Also after a failure every part is waited for: one that has finished is stored before the key is let go.
  await Promise.all(
    order.map(async ({ part, index }) => {
      results[index] = found[index] ?? (await one(part));
      if (results[index]) report(part.id, 1);
    }),
  );
  if (failure !== undefined) throw failure;
  return results as PartResult[];
}

/** The parameters of an experiment at a profile, and the SHA-256 of each data set that it reads under them. */
export function inputsOf({ name, slug, definition }: NamedExperiment, profile: Profile) {
  const params = definition.profiles[profile];
  if (!params)
    throw new Failure(`${slug}/${name} has no "${profile}" profile; run it with --profile quick`, 2);
  const names = definition.datasets?.(params) ?? [];
  return {
    params,
    datasets: Object.fromEntries(names.map((dataset) => [dataset, datasetChecksum(dataset)])),
  };
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
