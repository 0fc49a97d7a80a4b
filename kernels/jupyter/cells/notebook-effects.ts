import type { MimeBundle } from '../display/mime-bundle.js';
import type { CompiledCell } from '../language/compiled-cell.js';
import type { CellFunction } from './cell.js';
import type { Output } from './events.js';

/** What a notebook needs of its surroundings. */
export interface NotebookEffects {
  /** Makes the function of a cell's body. */
  evaluate(compiled: CompiledCell, label: string, given: readonly string[]): CellFunction;
  /** What cells use without defining it, beside the globals of the language. */
  readonly builtins: Readonly<Record<string, unknown>>;
  /** Those of them that go on changing: generators of their values. */
  readonly changing: Readonly<Record<string, () => AsyncGenerator>>;
  /** Answers a cell's imports. */
  load(specifier: string, names?: readonly string[]): Promise<unknown>;
  /** `import.meta` of cells. */
  readonly meta: unknown;
  emit(execution: string, output: Output): void;
  /** Sends what was printed and is still gathered. */
  flush(): void;
  /** A failure of a cell that was computed again, for the place of its value, or for the console. */
  failed(error: unknown, label: string): { readonly bundle: MimeBundle; readonly text: string };
  /** Puts back what code of a cell may have broken. */
  whole(): void;
  /** Whether more requests to run cells are waiting. */
  queued(): boolean;
}
