import type { Profile } from '../../src/lib/experiment/experiment.js';
import type { Carried, Provenance } from '../../src/lib/experiment/provenance.js';
import { noBackend } from './cache.js';
import { columnTypes } from './column-types.js';
import { stableJson } from './key.js';
import type { NamedExperiment, PlacedPaper } from './papers.js';
import { encodeTable, readBack, sameRows, type WrittenTable } from './parquet.js';
import { readRecorded, record } from './recorded.js';
import { inputsOf, keyOf, runExperiment, type RunOptions } from './run.js';

/**
 * What became of an experiment's recorded runs:
 * - `current`: nothing to do, the code that made them is the code that is here;
 * - `recorded`: the quick run was recorded anew;
 * - `carried`: so was it, it gave the recorded rows to the last bit, and the full run was carried over;
 * - `lost`: the full run is of older code and could not be carried, `because` says why.
 */
export interface Renewal {
  readonly experiment: string;
  readonly quick: 'current' | 'recorded' | 'failed';
  readonly full: 'none' | 'current' | 'carried' | 'lost';
  readonly because?: string;
}

/**
 * Brings an experiment's recorded tables up to date with its code. The quick run is computed where its key has changed, on
 * the backend of the recorded one unless another is asked for.
 * Where it gives the recorded quick rows to the last bit, what changed in the code changed no number there: then the
 * full run, too costly to repeat for a name that was changed, is carried over to the new key, and says so in its
 * provenance. This is evidence and no proof, so it is never done where parameters, seed, data or columns differ.
 */
export async function renew(
  paper: PlacedPaper,
  experiment: NamedExperiment,
  options: RunOptions = {},
): Promise<Renewal> {
  const { name, definition } = experiment;
  const before = await readAll(paper, experiment, 'quick', options);
  const full = definition.profiles.full && (await readAll(paper, experiment, 'full', options));
  const quickIsCurrent = before !== undefined && (await isCurrent(experiment, 'quick', before));
  const fullState = !full ? 'none' : (await isCurrent(experiment, 'full', full)) ? 'current' : 'lost';
  if (quickIsCurrent && fullState !== 'lost') return { experiment: name, quick: 'current', full: fullState };

  const backend = options.backend ?? backendOf(before);
  const run = await runOn(backend, experiment, options);
  const after = await Promise.all(Object.values(run.tables).map(readBack));
  const quick = quickIsCurrent ? 'current' : 'recorded';
  const recordQuick = async () => {
    if (!quickIsCurrent) await record(paper, 'quick', run.tables);
  };
  if (!full || fullState !== 'lost') {
    await recordQuick();
    return { experiment: name, quick, full: fullState };
  }
  const because = obstacle(experiment, { before, after, full });
  // The full run first: were it the other way round, a process killed in between would leave a quick run of the newer
  // code beside it, and with it no evidence.
  if (because === undefined) {
    const key = await keyOf({ experiment, profile: 'full' });
    await record(paper, 'full', carried(full, key, after[0].provenance));
  }
  await recordQuick();
  return { experiment: name, quick, full: because === undefined ? 'carried' : 'lost', because };
}

/** The quick run, on this backend: what lies in the cache may be of another one, which rounds in its own way. */
async function runOn(backend: string | undefined, experiment: NamedExperiment, options: RunOptions) {
  const job = { experiment, profile: 'quick' } as const;
  const run = await runExperiment(job, { ...options, backend });
  const [table] = Object.values(run.tables);
  const { provenance } = await readBack(table);
  const isAsked = backend === undefined || provenance.backend === backend;
  return isAsked || !run.cached ? run : runExperiment(job, { ...options, backend, fresh: true });
}

/** The backend that a recorded run was computed on: only there can the newer code give the same bits. */
function backendOf(recorded: readonly WrittenTable[] | undefined): string | undefined {
  const backend = recorded?.[0].provenance.backend;
  return backend === noBackend ? undefined : backend;
}

interface Evidence {
  readonly before: readonly WrittenTable[] | undefined;
  readonly after: readonly WrittenTable[];
  readonly full: readonly WrittenTable[];
}

/** Why a full run cannot be carried over, in words; `undefined` where it can. */
function obstacle(experiment: NamedExperiment, { before, after, full }: Evidence): string | undefined {
  if (!before) return 'no quick run is recorded beside it to compare with';
  const [of, wasOf] = [full[0].provenance.code, before[0].provenance.code];
  if (of !== wasOf) return 'the quick run recorded beside it is of other code';
  if (!after.every((table, index) => sameRows(table, before[index])))
    return 'the quick run gives other rows than the recorded one';
  return differenceOf(experiment, full);
}

/** All recorded tables of an experiment in their order; `undefined` where one is missing. */
async function readAll(
  paper: PlacedPaper,
  { definition }: NamedExperiment,
  profile: Profile,
  { log }: RunOptions,
): Promise<WrittenTable[] | undefined> {
  const found = await Promise.all(
    Object.keys(definition.tables).map((table) => readRecorded(paper, table, profile, log)),
  );
  if (found.some((recorded) => recorded === undefined)) return undefined;
  return Promise.all(found.map((recorded) => readBack(recorded!.bytes)));
}

/** Whether recorded tables are of the code, parameters, seed and data that are here now. */
async function isCurrent(
  experiment: NamedExperiment,
  profile: Profile,
  tables: readonly WrittenTable[],
): Promise<boolean> {
  const key = await keyOf({ experiment, profile });
  return tables.every(({ provenance }) => provenance.key === key);
}

/** What differs beside the code, in words; `undefined` where nothing does. */
function differenceOf(experiment: NamedExperiment, recorded: readonly WrittenTable[]): string | undefined {
  const { definition } = experiment;
  const { params, datasets } = inputsOf(experiment, 'full');
  const declared = Object.values(definition.tables);
  const sameColumns = recorded.every(
    ({ columns }, index) =>
      stableJson(columnTypes(columns)) === stableJson(columnTypes(declared[index].columns)),
  );
  if (!sameColumns) return 'its columns are others';
  const [{ provenance }] = recorded;
  if (stableJson(provenance.parameters) !== stableJson(params)) return 'its parameters are others';
  if (provenance.seed !== definition.seed) return 'its seed is another';
  if (stableJson(provenance.datasets) !== stableJson(datasets)) return 'it reads other data sets';
  return undefined;
}

/** The tables under the key of newer code, on the evidence of its quick run. */
function carried(
  full: readonly WrittenTable[],
  key: string,
  evidence: Provenance,
): Record<string, Uint8Array> {
  return Object.fromEntries(
    full.map(({ columns, rows, provenance }) => {
      const origin: Carried = {
        from: provenance.carried?.from ?? provenance.key,
        because: 'the quick run of the newer code gives the recorded rows to the last bit',
        commit: evidence.commit,
        date: evidence.date,
      };
      const stamped = { ...provenance, key, code: evidence.code, carried: origin };
      return [provenance.table, encodeTable(columns, rows, stamped)];
    }),
  );
}
