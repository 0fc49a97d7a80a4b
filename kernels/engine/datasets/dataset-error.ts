import { Failure } from '../failure.js';

/** What went wrong with a data set; a caller can decide by it what its user should hear. */
export type DatasetProblem =
  /** No copy on this machine. */
  | 'missing'
  /** The header lacks a column, or has one too many. */
  | 'columns'
  /** A file or a transfer ended too early. */
  | 'truncated'
  | 'checksum'
  /** The archive cannot be unpacked, or does not hold the file. */
  | 'archive'
  /** More came than the data set can measure. */
  | 'oversized'
  /** No connection, or none that got as far as an answer. */
  | 'unreachable'
  /** The server answered with an error that may pass (408, 429, 5xx), or with one that will not. */
  | 'unavailable'
  | 'refused'
  /** The connection stands, but nothing comes. */
  | 'stalled'
  | 'disk full'
  /** The disk refused for another reason, such as a lacking permission. */
  | 'disk';

export class DatasetError extends Failure {
  constructor(
    readonly problem: DatasetProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, 3, options);
  }
}
