import { performance } from 'node:perf_hooks';
import { progressBoard } from '../../cli/progress.js';
import { commandRunner } from '../../cli/runner.js';
import { answerQuestions } from '../asked-process.js';
import { workbook } from '../workbook.js';
import type { Made, Wanted } from './maker.js';
import { openPageFiles } from './page-files.js';

// Makes files for a preview or a build, which starts it and asks it over the channel between them. A preview starts another
// one when code has changed: modules are loaded once a process.

const interrupt = new AbortController();
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
const underWay = new Map<string, Promise<Made>>();

async function place({ name, mayCompute }: Wanted): Promise<Made> {
  const key = `${name} ${mayCompute}`;
  const running = underWay.get(key) ?? make(name, mayCompute);
  underWay.set(key, running);
  try {
    return await running;
  } finally {
    underWay.delete(key);
  }
}

async function make(name: string, mayCompute: boolean): Promise<Made> {
  try {
    return (await (await files).place(name, mayCompute)) ?? null;
  } catch (error) {
    err(`litmus: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return null;
  }
}

// What was computed is stored part by part; a part that is under way is given up.
answerQuestions(place, () => interrupt.abort());
