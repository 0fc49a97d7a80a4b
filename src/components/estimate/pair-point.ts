import type { DrawnValue } from './table-messages.js';

/** One row as a mark has it. */
export interface PairPoint {
  readonly x: DrawnValue;
  readonly y: DrawnValue;
}
