import { performance } from 'node:perf_hooks';
import type { Profile } from '../../../src/lib/experiment/experiment.js';
import { fileVerdicts, type Filing } from '../../engine/check.js';
import { Failure } from '../../engine/failure.js';
import {
  experimentOf,
  experimentsOf,
  loadPaper,
  type NamedExperiment,
  type PlacedPaper,
} from '../../engine/papers.js';
import { readBack, sameRows } from '../../engine/parquet.js';
import { requireRecordable } from '../../engine/recordable.js';
import { readRecorded, record } from '../../engine/recorded.js';
import { runExperiment, type RunResult } from '../../engine/run.js';
import type { ServeOptions } from '../../engine/serve.js';
import { filingLines } from '../claim-report.js';
import type { CommandContext } from '../context.js';
import { progressBoard } from '../progress.js';
import { commandRunner } from '../runner.js';
import { textTable } from '../text-table.js';

interface RunCommandOptions {
  readonly profile: Profile;
  readonly seed?: number;
  readonly backend?: string;
  readonly jobs?: number;
  readonly fresh?: boolean;
  readonly record?: boolean;
  readonly json?: boolean;
}

/** `litmus run`: runs experiments side by side on one set of workers. */
export async function run(
  { terminal, signal }: CommandContext,
  target: string,
  options: RunCommandOptions,
): Promise<number> {
  const { profile, seed, backend, fresh } = options;
  if (options.record && seed !== undefined)
    throw new Failure(
      "--record keeps the run that pages show, which has the experiment's own seed: leave --seed out",
      2,
    );
  const [slug, table, ...rest] = target.split('/');
  if (rest.length > 0)
    throw new Failure(
      `"${target}" names no table: write a paper, or a paper and a table, as in cs-ib/plane`,
      2,
    );
  const paper = await loadPaper(slug);
  if (options.record) await requireRecordable([paper]);
  const experiments = chosen(paper, table, profile);
  const board = progressBoard(terminal, () => performance.now());
  const log = (message: string) => terminal.err(`litmus: ${message}\n`);
  const runner = commandRunner(options, log);
  const start = performance.now();
  try {
    const results = await Promise.all(
      experiments.map(async (experiment) => {
        const job = { experiment, profile, seed };
        return {
          experiment,
          ...(await runExperiment(job, { backend, fresh, signal, runner, log, onProgress: board.report })),
        };
      }),
    );
    board.stop();
    const summary = await Promise.all(
      results.flatMap(({ experiment, tables, key, cached }) =>
        Object.entries(tables).map(async ([name, bytes]) => {
          const computed = await readBack(bytes);
          const { duration, device, date, seed, backend } = computed.provenance;
          const recorded = await readRecorded(paper, name, profile, log);
          return {
            table: `${slug}/${name}`,
            experiment: experiment.name,
            rows: computed.rows.length,
            cached,
            /** Whether the rows are those of the recorded run of the same code, seed and data, where there is one. */
            ...(recorded?.key === key
              ? { asRecorded: sameRows(computed, await readBack(recorded.bytes)) }
              : {}),
            key,
            profile,
            seed,
            backend,
            duration,
            device,
            date,
          };
        }),
      ),
    );
    const filed = options.record
      ? await recordResults(paper, profile, results, { signal, runner, log })
      : undefined;
    for (const { table, cached, backend: used } of summary)
      if (cached && backend !== undefined && used !== backend)
        log(`${table} is stored and was computed on ${used}; with --fresh it is computed on ${backend}`);
    if (options.json) terminal.out(`${JSON.stringify(summary, null, 2)}\n`);
    else {
      terminal.out(
        textTable(
          ['table', 'rows', 'backend', 'computed in', ''],
          summary.map(({ table, rows, backend, duration, cached, asRecorded }) => [
            table,
            String(rows),
            backend,
            `${duration.toFixed(1)} s`,
            `${cached ? 'stored' : 'new'}${asRecorded === undefined ? '' : asRecorded ? ', as recorded' : ', OTHER ROWS than recorded'}`,
          ]),
        ),
      );
      terminal.out(`${((performance.now() - start) / 1000).toFixed(1)} s in all; profile ${profile}\n`);
      if (filed) {
        terminal.out(`recorded in data-loaders/${slug}/recorded\n`);
        for (const line of filingLines(slug, filed)) terminal.out(`${line}\n`);
      }
    }
    return 0;
  } finally {
    board.stop();
    await runner.close();
  }
}

async function recordResults(
  paper: PlacedPaper,
  profile: Profile,
  results: readonly RunResult[],
  serve: ServeOptions,
): Promise<Filing | undefined> {
  for (const { tables } of results) await record(paper, profile, tables);
  const tables = results.flatMap((result) => Object.keys(result.tables));
  return paper.claims && fileVerdicts(paper, { ...serve, tables });
}

function chosen(paper: PlacedPaper, table: string | undefined, profile: Profile): NamedExperiment[] {
  if (table !== undefined) return [experimentOf(paper, table)];
  const found = experimentsOf(paper).filter(({ definition }) => definition.profiles[profile]);
  if (found.length === 0) throw new Failure(`no experiment of ${paper.slug} has a "${profile}" profile`, 2);
  return found;
}
