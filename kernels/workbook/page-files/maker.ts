import { fileURLToPath } from 'node:url';
import { startAsked } from '../asked-process.js';
import type { PlacedFile } from './page-files.js';

/** What a process that makes files is asked for: arguments of `PageFiles.place`. */
export interface Wanted {
  readonly name: string;
  readonly mayCompute: boolean;
}

/** What came of it; `null` where no loader of ours makes such a file, or a table would have to be computed. */
export type Made = PlacedFile | null;

/** What came of asking for a file; `ended` where the process ended before it could answer. */
export type Outcome = PlacedFile | undefined | 'ended';

/** A process that makes files from the code as it was when the process started. */
export interface Maker {
  /** As `PageFiles.place`. */
  place(name: string, mayCompute: boolean): Promise<Outcome>;
  /** Ends the process; what it has finished is kept. */
  stop(): void;
}

/** Starts a process that makes files. It ends with this one. */
export function startMaker(): Maker {
  const maker = startAsked<Wanted, Made>(fileURLToPath(new URL('./maker-process.ts', import.meta.url)));
  return {
    place: async (name, mayCompute) => (await maker.ask({ name, mayCompute })) ?? undefined,
    stop: () => maker.stop(),
  };
}
