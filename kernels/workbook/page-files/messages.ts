import type { PlacedFile } from './page-files.js';

/** What the preview asks of the process that makes files. */
export interface Question {
  readonly id: number;
  /** Below the root of the workbook: `data/cs-ib/plane.parquet`. */
  readonly name: string;
  readonly mayCompute: boolean;
}

/** What that process answers. */
export interface Answer {
  readonly id: number;
  /** Absent where no loader of ours makes the file, or a table would have to be computed. */
  readonly placed?: PlacedFile;
}
