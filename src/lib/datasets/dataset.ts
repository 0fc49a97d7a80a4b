import type { ColumnTable } from 'arquero';
import type { Schema } from '../experiment/column.js';

/** Where the canonical copy of a data set is published, and how to get from there to its CSV file. */
export interface Source {
  readonly url: string;
  readonly format: 'zip' | 'tgz';
  /** The file inside the archive, by the end of its path. */
  readonly entry: string;
  /** SHA-256 of the archive, where its publisher or another project states one. */
  readonly sha256?: string;
  /** True where the published file has no header row: the names of the columns are put above it. */
  readonly headerless?: boolean;
}

/** One input of a regression, raw: `values[i]` belongs to row i of those that are kept. */
export interface Input {
  readonly name: string;
  readonly values: Float64Array;
  /** A 0/1 variable, which stays as it is; every other input is standardised. */
  readonly indicator?: boolean;
}

/** A table made ready for regression, before it is split and standardised. All arrays have one length, n. */
export interface Prepared {
  readonly inputs: readonly Input[];
  readonly target: Float64Array;
}

/** How a data set becomes a regression problem. */
export interface Preprocessing {
  /** What is predicted, in words, with its unit. */
  readonly target: string;
  /** Whose rows give the mean and the standard deviation of an input. */
  readonly standardisedOver: 'all rows' | 'training rows';
  prepare(table: ColumnTable): Prepared;
}

/** What every data set says of itself: what it is, and how to tell the right file from a wrong one. */
export interface DatasetFile {
  readonly name: string;
  readonly title: string;
  readonly licence: string;
  readonly citation: string;
  readonly homepage: string;
  /** Name of the canonical file, below a folder of data sets. */
  readonly file: string;
  /** Size and SHA-256 of that file, uncompressed. */
  readonly bytes: number;
  readonly sha256: string;
  /** Rows below the header of a table; entries of an array along its first axis. */
  readonly rows: number;
}

/** A tabular data set. Its canonical file is CSV: UTF-8, LF line ends, one header row. */
export interface Dataset extends DatasetFile {
  readonly source: Source;
  readonly columns: Schema;
  /** The text that stands for a missing value, where there is one. */
  readonly missing?: string;
  readonly regression: Preprocessing;
}
