import type { CompiledCell } from '../language/compiled-cell.js';
import type { Placed } from './dataflow.js';
import type { Page } from './page.js';
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
  /** Names that other cells may define for it, whether or not they do. */
  readonly uses: readonly string[];
  /** Its function with these names as parameters; what it uses besides are globals. */
  call(given: readonly string[]): CellFunction;
  /** What it defines for others; a later cell may take some of it over. */
  names: ReadonlySet<string>;
  /** Tags that the client's notebook gives it. */
  readonly tags: readonly string[];
  /** What the client shows of it. */
  readonly page: Page;
  /** Its value yields further values. */
  yields: boolean;
  /** What it showed last as its value, if anything. */
  value?: unknown;
  /** Names that it uses and was computed without, as nothing defined them. */
  missing: readonly string[];
  /** Whether a client was answered that it failed. */
  reported: boolean;
  placed: Placed;
  run?: Run;
}

/** A cell as messages call it: `cell [3] ("const a = …")`. */
export function cellName({ label, compiled }: Pick<Cell, 'label' | 'compiled'>): string {
  const [line = ''] = compiled.source.trim().split('\n');
  return `cell ${label} ("${line.length > 40 ? `${line.slice(0, 39)}…` : line}")`;
}
