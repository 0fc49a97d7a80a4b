import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { checkRows, type Row } from '../../src/lib/experiment/column.js';
import type { Definition, Experiment, Parameters, Part } from '../../src/lib/experiment/experiment.js';
import { noBackend, type PartResult } from './cache.js';
import { loadArray, loadDataset } from './datasets/store.js';
import { Failure } from './failure.js';
import { processor } from './machine.js';
import { runFileOf } from './run-file.js';

/** One part of an experiment, as a message that a worker thread can be sent. */
export interface PartTask {
  /** The module of the experiment's definition. */
  readonly file: string;
  readonly params: Parameters;
  readonly part: Part;
  readonly seed: number;
  /** The backend that was asked for; the best one there is where omitted. */
  readonly backend?: string;
}

export interface PartEffects {
  readonly signal: AbortSignal;
  /** How far the part is, from 0 to 1. */
  onProgress(fraction: number): void;
}

/** Runs one part in this thread and gathers its rows. */
export async function runPart(task: PartTask, { signal, onProgress }: PartEffects): Promise<PartResult> {
  const { file, params, part, seed } = task;
  const { definition } = (await import(pathToFileURL(file).href)) as Pick<Experiment, 'definition'>;
  const { run } = (await import(pathToFileURL(runFileOf(file)).href)) as Pick<Experiment, 'run'>;
  const { name: backend, device, versions } = await computerOf(definition, task.backend);
  const allowed = definition.datasets?.(params) ?? [];
  const named = (name: string) => {
    if (!allowed.includes(name))
      throw new Failure(
        `${file} reads the data set "${name}" but its definition does not name it in datasets()`,
      );
    return name;
  };
  const dataset = async (name: string) => (await loadDataset(named(name))).table;
  const array = async (name: string) => loadArray(named(name));
  const rows: Record<string, Row[]> = Object.fromEntries(
    Object.keys(definition.tables).map((table) => [table, []]),
  );
  const start = performance.now();
  for await (const event of run({ params, part, seed, signal, dataset, array })) {
    signal.throwIfAborted();
    if ('progress' in event) {
      onProgress(event.progress);
      // A run that never waits would keep an interrupt or a message from being seen.
      await new Promise((resolve) => setImmediate(resolve));
      continue;
    }
    const { table } = event;
    if (!(table in rows)) throw new Failure(`${file} yields rows of an unknown table "${table}"`);
    checkRows(table, definition.tables[table].columns, event.rows);
    rows[table].push(...event.rows);
  }
  return { rows, duration: (performance.now() - start) / 1000, backend, device, versions };
}

/** What computes a part: plain TypeScript, or the TensorFlow.js backend, which is loaded for that alone. */
async function computerOf({ compute }: Definition, request: string | undefined) {
  const node = process.versions.node;
  if (compute === 'plain') return { name: noBackend, device: processor(), versions: { node } };
  const { name, device, versions } = await (await import('./backend.js')).prepareBackend(request);
  return { name, device, versions: { node, ...versions } };
}
