import type { MimeBundle } from '../display/mime-bundle.js';
import type { CompiledCell } from '../language/compiled-cell.js';
import type { Json } from '../protocol/message.js';
import type { Execution } from './execution.js';

/** A cell to run; `execution` names this execution in the events that answer it. */
export interface RunRequest extends Execution {
  readonly cell: CompiledCell;
  /** What the client wants evaluated afterwards; a text is why an expression does not compile. */
  readonly expressions: Readonly<Record<string, CompiledCell | string>>;
}

/** What a client is told of an error. */
export interface ErrorReport {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

/** What became of one of a client's expressions. */
export type Evaluated =
  ({ readonly status: 'ok' } & MimeBundle) | ({ readonly status: 'error' } & ErrorReport);

/** What became of a request for a value as a file; nothing where none of the cells has a value. */
export type ValueFile =
  | { readonly cellId: string; readonly bytes: Uint8Array<ArrayBuffer> }
  /** @property failed a cell has failed, or waits for a name; else it has a value that makes no such file */
  | { readonly cellId: string; readonly error: ErrorReport; readonly failed: boolean }
  | undefined;

/** What the kernel's main thread asks of the thread that runs cells. */
export type CellsRequest =
  | ({ readonly type: 'run' } & RunRequest)
  /** No request to run a cell is waiting any more. */
  | { readonly type: 'rest' }
  /** The notebook has these cells no more. */
  | { readonly type: 'drop'; readonly cellIds: readonly string[] }
  /** Ends whatever runs; answered by `interrupted` with the same number. */
  | { readonly type: 'interrupt'; readonly number: number }
  /** Nothing to do: JavaScript for a termination to end. */
  | { readonly type: 'nudge' }
  /** Whether a change re-runs what depends on it. */
  | { readonly type: 'cascade'; readonly on: boolean }
  /** The value of the first of these cells that has one, as the bytes of a file; answered by `file`. */
  | {
      readonly type: 'file';
      readonly number: number;
      readonly cellIds: readonly string[];
      readonly extension: string;
    }
  /** Lets go of variables. */
  | { readonly type: 'forget'; readonly names: readonly string[] }
  | { readonly type: 'input'; readonly id: number; readonly value: string }
  /** Why there is no answer. */
  | { readonly type: 'no input'; readonly id: number; readonly why: string }
  | ({ readonly type: 'comm_open'; readonly target: string } & CommMessage)
  | ({ readonly type: 'comm_msg' | 'comm_close' } & CommMessage);

/** What one side of a comm tells the other. */
export interface CommMessage {
  readonly id: string;
  readonly data: unknown;
  readonly metadata?: Json;
  /** Bytes beside the data, as they are. */
  readonly buffers?: readonly Uint8Array[];
}

/** Something to be shown, as part of an execution. */
export type Output =
  | { readonly type: 'stream'; readonly name: 'stdout' | 'stderr'; readonly text: string }
  | {
      readonly type: 'display';
      readonly bundle: MimeBundle;
      /** Under this name the display can be updated. */
      readonly displayId?: string;
      readonly update?: boolean;
    }
  | { readonly type: 'result'; readonly bundle: MimeBundle }
  | { readonly type: 'clear'; readonly wait: boolean };

/** What the thread that runs cells tells the main thread. */
export type CellsEvent =
  | { readonly type: 'ready' }
  /** How many imports of cells are under way. */
  | { readonly type: 'loading'; readonly loads: number }
  | { readonly type: 'output'; readonly execution: string; readonly output: Output }
  | {
      readonly type: 'done';
      readonly execution: string;
      /** To be shown as well. */
      readonly error?: ErrorReport;
      readonly expressions: Readonly<Record<string, Evaluated>>;
    }
  | { readonly type: 'interrupted'; readonly number: number }
  | { readonly type: 'file'; readonly number: number; readonly file: ValueFile }
  | {
      readonly type: 'input';
      readonly execution: string;
      readonly id: number;
      readonly prompt: string;
      readonly password: boolean;
    }
  | ({
      readonly type: 'comm';
      readonly execution: string | undefined;
      readonly message: 'comm_open' | 'comm_msg' | 'comm_close';
      readonly target?: string;
    } & CommMessage);
