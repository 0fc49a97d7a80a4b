import type { DatasetFile } from './dataset.js';

/** A data set that is one array of bytes, its canonical file in the IDX format (see `parse-idx.ts`). */
export interface ArrayDataset extends DatasetFile {
  /** Where the file is published, compressed by gzip. */
  readonly source: { readonly url: string; readonly format: 'gzip' };
  /** Names under which this file is fetched together with others that belong to it, the narrowest first. */
  readonly collections: readonly string[];
  /** Sizes of all axes, the first one `rows`. */
  readonly shape: readonly number[];
}

/** An array of bytes. */
export interface ByteArray {
  readonly shape: readonly number[];
  /** Row-major: the last axis moves fastest. */
  readonly values: Uint8Array;
}
