import os from 'node:os';
import { performance } from 'node:perf_hooks';
import { correlationOfAll } from '../../../src/lib/estimation/all-pairs.js';
import { analyseBy, pairsBy } from '../../../src/lib/estimation/analyse-by.js';
import { benchPlace, benchRecords } from '../../../src/lib/estimation/bench.js';
import { columnsOf, sidesOf } from '../../../src/lib/estimation/columns.js';
import { namedColumns } from '../../../src/lib/estimation/named-columns.js';
import type { Progress } from '../../../src/lib/estimation/question.js';
import { sidesFound } from '../../../src/lib/estimation/sides-found.js';
import { surrogatesAsked } from '../../../src/lib/estimation/surrogates-asked.js';
import type { Table } from '../../../src/lib/estimation/table.js';
import type { WorkSize } from '../../../src/lib/estimation/task-runner.js';
import { leftOutInWords } from '../../../src/lib/estimation/words.js';
import type { SurrogateKind } from '../../../src/lib/statistics/surrogates.js';
import { Failure, inWords } from '../../engine/failure.js';
import { benchRows } from '../../estimate/bench-rows.js';
import { columnsHeld } from '../../estimate/columns-held.js';
import { readTable } from '../../estimate/read-table.js';
import { pairsText, reportText } from '../../estimate/report.js';
import { type EstimateRunner, estimateRunner } from '../../estimate/runner.js';
import type { CommandContext } from '../context.js';
import { progressBoard } from '../progress.js';
import { boundedJobs } from '../runner.js';

interface EstimateOptions {
  readonly x?: string;
  readonly y?: string;
  readonly given?: string;
  readonly lag?: number;
  readonly estimator?: readonly string[];
  readonly permutations: number;
  readonly surrogates?: SurrogateKind;
  readonly allPairs?: boolean;
  readonly seed: number;
  readonly json?: boolean;
  readonly jobs?: number;
}

/** `litmus estimate`: what columns of somebody's table tell about each other. */
export async function estimate(
  context: CommandContext,
  file: string,
  options: EstimateOptions,
): Promise<number> {
  const table = await readTable(file);
  if (!options.json) for (const note of table.notes) context.terminal.err(`${table.name}: ${note}\n`);
  try {
    return await (options.allPairs
      ? ofAllPairs(context, table, options)
      : ofTwoSides(context, table, options));
  } catch (error) {
    if (!context.signal.aborted) throw error;
    context.terminal.err('\nlitmus: interrupted; nothing is kept\n');
    return 130;
  }
}

async function ofTwoSides(context: CommandContext, table: Table, options: EstimateOptions): Promise<number> {
  const { x: namesX, y: namesY, given, lag, estimator, permutations, surrogates, seed, json, jobs } = options;
  if (namesX === undefined || namesY === undefined) throw new Failure(await columnsHeld(table), 2);
  if (given !== undefined && surrogates)
    throw new Failure('--surrogates: with --given they are made by swaps among neighbours: leave it out', 2);
  const { leftOut, ...sides } = await inWords(() => {
    const [x, y] = [namesX, namesY].map((names) => namedColumns(names, table.columns));
    return sidesOf(table, {
      x,
      y,
      given: given === undefined ? undefined : namedColumns(given, table.columns),
      lag,
    });
  });
  const by = surrogatesAsked(surrogates, lag);
  const question = { ...sides, methods: estimator, permutations, surrogates: by, seed };
  const size = { questions: 1, rows: sides.x.labels.codes.length, permutations };
  const analysis = await worked(context, table.name, { size, jobs }, (runner, onProgress) =>
    analyseBy(runner, question, { progress: onProgress }),
  );
  const bench = benchRecords(await benchRows(), analysis.answers, benchPlace(sides));
  const looked = sidesFound(sides);
  if (json)
    context.terminal.out(
      `${JSON.stringify({ file: table.name, leftOut, looked, ...analysis, bench: Object.fromEntries(bench), seed }, null, 2)}\n`,
    );
  else
    context.terminal.out(
      `${table.name}: ${told(leftOut)}${sides.history === undefined ? '' : `transfer entropy, given ${sides.history} steps of the past of y; `}${reportText(sides, analysis, bench)}`,
    );
  return 0;
}

async function ofAllPairs(context: CommandContext, table: Table, options: EstimateOptions): Promise<number> {
  const { x, y, given, lag, estimator, surrogates, permutations, seed, json, jobs } = options;
  if (y || given || lag !== undefined || estimator || surrogates)
    throw new Failure(
      '--all-pairs takes columns from --x, and none of --y, --given, --lag, --estimator, --surrogates',
      2,
    );
  // Pandas writes the numbers of its rows as a column.
  const names =
    x === undefined
      ? table.columns.filter((name) => !name.startsWith('__index_level_'))
      : await inWords(() => namedColumns(x, table.columns));
  if (names.length < 2)
    throw new Failure(`--all-pairs of ${names.length} columns: at least two are needed`, 2);
  const { variables, leftOut } = await inWords(() => columnsOf(table, names));
  const all = [...variables.values()];
  const questions = (all.length * (all.length - 1)) / 2;
  const size = { questions, rows: all[0].labels.codes.length, permutations };
  const pairs = await worked(context, table.name, { size, jobs }, (runner, onProgress) =>
    pairsBy(runner, all, permutations, seed, onProgress),
  );
  const together = await inWords(() => correlationOfAll(all));
  if (json)
    context.terminal.out(
      `${JSON.stringify({ file: table.name, leftOut, pairs, totalCorrelation: together, seed }, null, 2)}\n`,
    );
  else
    context.terminal.out(
      `${table.name}: ${told(leftOut)}${pairs.length} pairs\n${pairsText(pairs, permutations, together)}`,
    );
  return 0;
}

const told = (leftOut: number) => {
  const words = leftOutInWords(leftOut);
  return words === undefined ? '' : `${words}; `;
};

/** The result of work by whoever is worth it, with its progress shown. */
async function worked<T>(
  { terminal, signal }: CommandContext,
  name: string,
  { size, jobs }: { readonly size: WorkSize; readonly jobs: number | undefined },
  work: (runner: EstimateRunner, onProgress: (done: Progress) => void) => Promise<T>,
): Promise<T> {
  const board = progressBoard(terminal, () => performance.now());
  const threads =
    jobs === undefined
      ? undefined
      : boundedJobs(jobs, os.availableParallelism(), (message) => terminal.err(`${message}\n`));
  const runner = estimateRunner(threads, size, signal);
  try {
    return await inWords(() => work(runner, (done) => board.report(done, name)));
  } finally {
    board.stop();
    await runner.close();
  }
}
