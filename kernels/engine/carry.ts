import type { Carried, Provenance } from '../../src/lib/experiment/provenance.js';
import { stableJson } from './key.js';
import type { NamedExperiment, PlacedPaper } from './papers.js';
import { readBack, restamp, sameRows, type WrittenTable } from './parquet.js';
import { readRecorded, record, type Warn } from './recorded.js';
import { keyOf, runExperiment, type RunOptions } from './run.js';

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
 * Brings an experiment's recorded tables up to date with its code. The quick run is computed where its key has changed.
 * Where it gives the recorded quick rows to the last bit, what changed in the code changed no number there: then the
 * full run, too costly to repeat for a name that was changed, is carried over to the new key, and says so in its
 * provenance. This is evidence and no proof, so it is never done where parameters, seed, data or columns differ.
 */
export async function renew(
  paper: PlacedPaper,
  experiment: NamedExperiment,
  options: RunOptions & { readonly warn?: Warn } = {},
): Promise<Renewal> {
  const { name, definition } = experiment;
  const before = await readAll(paper, experiment, 'quick', options.warn);
  const full = definition.profiles.full ? await readAll(paper, experiment, 'full', options.warn) : undefined;
  const quickKey = await keyOf({ experiment, profile: 'quick' });
  const fullKey = definition.profiles.full ? await keyOf({ experiment, profile: 'full' }) : undefined;
  const fullState = !full ? 'none' : isOf(fullKey!, full) ? 'current' : 'lost';
  if (before && isOf(quickKey, before) && fullState !== 'lost')
    return { experiment: name, quick: 'current', full: fullState };

  const run = await runExperiment({ experiment, profile: 'quick' }, options);
  const after = await Promise.all(Object.values(run.tables).map(readBack));
  const because = full && fullState === 'lost' ? obstacle(experiment, { before, after, full }) : undefined;
  const carries = fullState === 'lost' && because === undefined;
  // The full run first: were it the other way round, a process killed in between would leave a quick run of the newer
  // code beside it, and with it no evidence.
  if (carries) await record(paper, 'full', await carried(paper, experiment, fullKey!, after[0].provenance));
  const current = before !== undefined && isOf(quickKey, before);
  if (!current) await record(paper, 'quick', run.tables);
  return {
    experiment: name,
    quick: current ? 'current' : 'recorded',
    full: carries ? 'carried' : fullState,
    because,
  };
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
  profile: 'quick' | 'full',
  warn?: Warn,
): Promise<WrittenTable[] | undefined> {
  const found = await Promise.all(
    Object.keys(definition.tables).map((table) => readRecorded(paper, table, profile, warn)),
  );
  if (found.some((recorded) => recorded === undefined)) return undefined;
  return Promise.all(found.map((recorded) => readBack(recorded!.bytes)));
}

const isOf = (key: string, tables: readonly WrittenTable[]) =>
  tables.every(({ provenance }) => provenance.key === key);

/** What differs beside the code, in words; `undefined` where nothing does. */
function differenceOf(
  { definition }: NamedExperiment,
  recorded: readonly WrittenTable[],
): string | undefined {
  const { full } = definition.profiles;
  const typed = (columns: WrittenTable['columns']) =>
    stableJson(Object.entries(columns).map(([name, { type }]) => [name, type]));
  const columns = Object.values(definition.tables).map((table) => typed(table.columns));
  if (recorded.some((table, index) => typed(table.columns) !== columns[index]))
    return 'its columns are others';
  const [{ provenance }] = recorded;
  if (stableJson(provenance.parameters) !== stableJson(full)) return 'its parameters are others';
  if (provenance.seed !== definition.seed) return 'its seed is another';
  const names = [...(definition.datasets?.(full!) ?? [])].sort();
  if (stableJson(Object.keys(provenance.datasets).sort()) !== stableJson(names))
    return 'it reads other data sets';
  return undefined;
}

async function carried(
  paper: PlacedPaper,
  { definition }: NamedExperiment,
  key: string,
  evidence: Provenance,
): Promise<Record<string, Uint8Array>> {
  const entries = Object.keys(definition.tables).map(async (table) => {
    const { bytes } = (await readRecorded(paper, table, 'full'))!;
    const { provenance } = await readBack(bytes);
    const origin: Carried = {
      from: provenance.carried?.from ?? provenance.key,
      because: 'the quick run of the newer code gives the recorded rows to the last bit',
      commit: evidence.commit,
      date: evidence.date,
    };
    return [
      table,
      await restamp(bytes, { ...provenance, key, code: evidence.code, carried: origin }),
    ] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
