import type { Parameters, Profile } from './experiment.js';

/** Where a table comes from: enough to run it again, written into the Parquet file's own metadata. */
export interface Provenance {
  readonly paper: string;
  readonly experiment: string;
  readonly table: string;
  readonly profile: Profile;
  readonly seed: number;
  readonly parameters: Parameters;
  /** Content key: hash of code, parameters, columns, seed and data-set checksums. */
  readonly key: string;
  /**
   * Hash of the code alone: the runs of an experiment at two scales are of the same code where it is the same. Results
   * that were recorded before it was written lack it.
   */
  readonly code?: string;
  /** SHA-256 of each data set that was read, by name. */
  readonly datasets: Readonly<Record<string, string>>;
  /** TensorFlow.js backend (`wasm`, `webgpu`, `tensorflow`, `cpu`), or `none` for plain TypeScript. */
  readonly backend: string;
  /** Processor or accelerator, in words. */
  readonly device: string;
  /** Versions of Litmus, Node and the packages that computed. */
  readonly versions: Readonly<Record<string, string>>;
  /** Git commit of the code, with `+` appended where the tree had changes; `null` outside a checkout. */
  readonly commit: string | null;
  /** Seconds of computation, summed over parts and workers. */
  readonly duration: number;
  /** ISO 8601 date and time, UTC, of the end of the run. */
  readonly date: string;
  /** Present where the code has changed since and could not be run again here: why. */
  readonly stale?: string;
  /** Present where the code has changed since, by evidence without effect on the rows. */
  readonly carried?: Carried;
}

/** That a result was carried over from the code that computed it to newer code, and on what evidence. */
export interface Carried {
  /** Content key of the code that computed it. */
  readonly from: string;
  /** The evidence, as a clause. */
  readonly because: string;
  /** Git commit of the newer code, as {@link Provenance.commit}. */
  readonly commit: string | null;
  /** ISO 8601 date and time, UTC, of the comparison. */
  readonly date: string;
}

/** The key under which {@link Provenance} is stored, as JSON, among a Parquet file's key-value metadata. */
export const provenanceKey = 'litmus.provenance';

/** Reads the provenance from a Parquet file's key-value metadata; `undefined` where there is none. */
export function parseProvenance(
  metadata: readonly { key: string; value?: string }[] | undefined,
): Provenance | undefined {
  const text = metadata?.find(({ key }) => key === provenanceKey)?.value;
  return text === undefined ? undefined : (JSON.parse(text) as Provenance);
}
