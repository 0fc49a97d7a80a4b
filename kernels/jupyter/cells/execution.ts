/**
 * What a client does with outputs: keeps them apart by cell and takes updates of them (`notebook`), writes them down
 * in their order, each under its own cell (`log`), or writes all of them below what was typed last (`console`).
 */
export type ClientKind = 'notebook' | 'log' | 'console';

/** What a cell is executed with. */
export interface Execution {
  readonly execution: string;
  /** As tracebacks call the cell: `[3]`. */
  readonly label: string;
  /** The client's identifier of the cell; where it sends none, a cell is known by what it defines. */
  readonly cellId?: string;
  readonly client: ClientKind;
  /** Of the client: another one after its page was loaded anew. */
  readonly session: string;
  /** Tags of the cell in the client's notebook. */
  readonly tags: readonly string[];
  readonly silent: boolean;
}

/** How an execution ended: with the error of its own cell, where that failed. */
export type Settled = (failure?: { readonly error: unknown }) => void;
