import type { CompiledCell } from '../language/compiled-cell.js';
import type { Placed } from './dataflow.js';
import type { Run } from './run.js';

/** What a compiled cell's body is. */
export type CellFunction = (this: unknown, ...inputs: unknown[]) => unknown;

/** A cell as the notebook knows it. */
export interface Cell {
  readonly key: string;
  /** Whether the key is the client's identifier of it. */
  readonly identified: boolean;
  /** As tracebacks call it: `[3]`. */
  readonly label: string;
  readonly compiled: CompiledCell;
  readonly call: CellFunction;
  /** What it defines for others; a later cell may take some of it over. */
  names: ReadonlySet<string>;
  /** Names under which its displays can be updated, in their order. */
  readonly slots: string[];
  /** What it shows is updated in place: it uses other cells, was computed again, or goes on yielding values. */
  reactive: boolean;
  /** What it showed last as its value, if anything. */
  value?: unknown;
  placed: Placed;
  run?: Run;
}
