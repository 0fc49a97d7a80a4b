import type { Parameters } from '../../src/lib/experiment/experiment.js';
import { sha256 } from './checksum.js';
import { codeOf, engineCodeOf } from './code.js';
import { columnTypes } from './column-types.js';
import type { NamedExperiment } from './papers.js';

/** All that a result depends on, and nothing else: backend and device belong to its provenance. */
export interface KeyInput {
  readonly experiment: NamedExperiment;
  readonly params: Parameters;
  readonly seed: number;
  /** SHA-256 of each data set it reads, by name. */
  readonly datasets: Readonly<Record<string, string>>;
}

/**
 * The content key of a result: SHA-256 over the code that `run` reaches (bundled, so that what is not reached, comments
 * and white space do not count) and that the engine computes with for it, the versions of the packages that this code
 * imports, the columns, the parameters, what the parts carry, the seed and the checksums of the data.
 */
export async function contentKey(input: KeyInput): Promise<string> {
  const { experiment, params, seed, datasets } = input;
  const columns = Object.entries(experiment.definition.tables).map(([table, { columns }]) => [
    table,
    columnTypes(columns),
  ]);
  const code = await allCode(experiment);
  // What parts carry is made by the definition, whose code is not hashed, and read by the run.
  const parts = experiment.definition
    .parts(params)
    .flatMap(({ id, of }) => (of === undefined ? [] : [{ id, of }]));
  const carried = parts.length > 0 ? { parts } : {};
  const { name } = experiment;
  return sha256(stableJson({ name, ...code, columns, params, seed, datasets, ...carried }));
}

/** Stands for the code alone: two runs of an experiment share it where nothing but parameters, seed or data differ. */
export async function codeKey(experiment: NamedExperiment): Promise<string> {
  return sha256(stableJson(await allCode(experiment)));
}

async function allCode({ file, definition }: NamedExperiment) {
  return {
    code: await codeOf(file),
    ...(definition.compute === 'tensors' ? { tensorCode: await engineCodeOf('tensors') } : {}),
    // Also where these parameters read none: so the runs of an experiment at two scales are of one code.
    ...(definition.datasets ? { datasetCode: await engineCodeOf('datasets') } : {}),
  };
}

/** Stands for the code that an experiment's `run` reaches: another value for other code. */
export async function codeFingerprint(file: string): Promise<string> {
  return sha256(stableJson(await codeOf(file)));
}

/** JSON with the keys of every object sorted, so that equal values have equal text. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_, nested: unknown) =>
    nested !== null && typeof nested === 'object' && !Array.isArray(nested)
      ? Object.fromEntries(Object.entries(nested).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : nested,
  );
}
