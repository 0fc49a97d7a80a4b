/** A generator, by which a thread of the browser finds it. */
export interface Computation {
  /** Address of the module that exports it. */
  readonly address: string;
  /** Its name. It takes settings, and the address that follows. */
  readonly generator: string;
  /** Address of the WebAssembly backend's module, for what trains. */
  readonly wasm?: string;
}

/** What a page asks of a thread, once. */
export interface ThreadRequest extends Computation {
  /** Plain JSON, as all that is sent. */
  readonly settings: unknown;
}

/** What a thread answers: snapshots, and at last how it ended. */
export type ThreadReply =
  | { readonly type: 'snapshot'; readonly snapshot: unknown }
  | { readonly type: 'end' }
  | { readonly type: 'failed'; readonly message: string };
