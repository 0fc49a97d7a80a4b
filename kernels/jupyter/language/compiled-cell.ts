/** A cell that is ready to run: its TypeScript as a function of what it uses. */
export interface CompiledCell {
  /** The TypeScript as it was typed. */
  readonly source: string;
  /** A function expression, `async (x, y) => { … return {z}; }`. */
  readonly body: string;
  /** Names that the cell uses and does not define, in the order of the function's parameters. */
  readonly inputs: readonly string[];
  /** Names of the language's globals that it uses: no parameters, as long as no cell declares one of them. */
  readonly globals: readonly string[];
  /** Names that the cell defines for others. */
  readonly outputs: readonly string[];
  /** Whether the function's value is to be shown: the cell is an expression that shows nothing itself. */
  readonly autodisplay: boolean;
  /** The line of `source` (from 1) behind each line of `body`; 0 where there is none. */
  readonly lines: readonly number[];
}

/** Why a cell does not compile. Lines and columns count from 1. */
export interface CompileProblem {
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}
