import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { root } from '../../engine/root.js';
import type { Answer, Question } from './messages.js';
import type { PlacedFile } from './page-files.js';

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
  const script = fileURLToPath(new URL('./maker-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: root,
    // The channel closes when this process ends, even by SIGKILL.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, (outcome: Outcome) => void>();
  let ended = false;
  let asked = 0;
  const end = () => {
    ended = true;
    for (const resolve of waiting.values()) resolve('ended');
    waiting.clear();
  };
  child.on('message', ({ id, placed }: Answer) => {
    waiting.get(id)?.(placed);
    waiting.delete(id);
  });
  child.on('exit', end).on('error', end);
  return {
    place: (name, mayCompute) =>
      new Promise((resolve) => {
        if (ended || !child.connected) return resolve('ended');
        const id = asked++;
        waiting.set(id, resolve);
        child.send({ id, name, mayCompute } satisfies Question);
      }),
    stop: () => void child.kill(),
  };
}
