/** What a cell is executed with. */
export interface Execution {
  readonly execution: string;
  /** As tracebacks call the cell: `[3]`. */
  readonly label: string;
  /** The client's identifier of the cell; where it sends none, a cell is known by what it defines. */
  readonly cellId?: string;
  readonly silent: boolean;
}

/** How an execution ended: with the error of its own cell, where that failed. */
export type Settled = (failure?: { readonly error: unknown }) => void;
