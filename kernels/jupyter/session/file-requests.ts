import type { CellsEvent, CellsRequest, ValueFile } from '../cells/events.js';

/** Requests for values of cells as the bytes of files. */
export interface FileRequests {
  ask(cellIds: readonly string[], extension: string): Promise<ValueFile>;
  receive(event: Extract<CellsEvent, { readonly type: 'file' }>): void;
  /** Nothing that was asked for will come. */
  lost(why: string): void;
}

export function createFileRequests(post: (request: CellsRequest) => void): FileRequests {
  const open = new Map<number, { resolve(file: ValueFile): void; reject(error: Error): void }>();
  let count = 0;
  return {
    ask(cellIds, extension) {
      const number = (count += 1);
      post({ type: 'file', number, cellIds, extension });
      return new Promise((resolve, reject) => open.set(number, { resolve, reject }));
    },
    receive({ number, file }) {
      open.get(number)?.resolve(file);
      open.delete(number);
    },
    lost(why) {
      for (const { reject } of open.values()) reject(new Error(why));
      open.clear();
    },
  };
}
