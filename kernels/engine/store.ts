import type { Profile } from '../../src/lib/experiment/experiment.js';
import type { PlacedPaper } from './papers.js';

/** What a finished table is looked up by. */
export interface TableAddress {
  readonly paper: Pick<PlacedPaper, 'folder'>;
  readonly table: string;
  readonly profile: Profile;
  /** The content key of the code, parameters, seed and data that are here now. */
  readonly key: string;
}

/** A place that finished tables lie in: it gives the file at an address, or nothing; never one of another key. */
export interface TableStore {
  table(address: TableAddress): Promise<Uint8Array | undefined>;
}

/** Stores asked one after the other, the first answer taken. */
export function tiered(...stores: readonly TableStore[]): TableStore {
  return {
    async table(address) {
      for (const store of stores) {
        const bytes = await store.table(address);
        if (bytes) return bytes;
      }
      return undefined;
    },
  };
}
