import { performance } from 'node:perf_hooks';
import { progressBoard } from '../../cli/progress.js';
import { commandRunner } from '../../cli/runner.js';
import { workbook } from '../workbook.js';
import type { Answer, Question } from './messages.js';
import { openPageFiles, type PlacedFile } from './page-files.js';

// Makes files for the preview, which starts it, asks it over the channel between them, and starts another one when code
// has changed: modules are loaded once a process. It ends with the preview, however that ends.

const interrupt = new AbortController();
const end = () => {
  interrupt.abort();
  // What was computed is stored part by part; a part that is under way is given up.
  process.exit();
};
process.on('SIGTERM', end).on('SIGINT', end).on('disconnect', end);

const err = (text: string) => void process.stderr.write(text);
const board = progressBoard({ out: () => undefined, err }, () => performance.now());
const files = openPageFiles({
  workbook,
  runner: commandRunner({}, (message) => err(`litmus: ${message}\n`)),
  signal: interrupt.signal,
  err,
  onProgress: board.report,
});

/** What is being made: who asks for it meanwhile gets the same. */
const underWay = new Map<string, Promise<PlacedFile | undefined>>();

async function place(name: string, mayCompute: boolean): Promise<PlacedFile | undefined> {
  const key = `${name} ${mayCompute}`;
  const running = underWay.get(key) ?? files.then((opened) => opened.place(name, mayCompute));
  underWay.set(key, running);
  try {
    return await running;
  } finally {
    underWay.delete(key);
  }
}

process.on('message', ({ id, name, mayCompute }: Question) => {
  const answer = ({ placed }: Omit<Answer, 'id'>) => process.send?.({ id, placed } satisfies Answer);
  place(name, mayCompute).then(
    (placed) => answer({ placed }),
    (error: unknown) => {
      err(`litmus: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      answer({});
    },
  );
});
