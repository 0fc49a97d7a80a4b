import { performance } from 'node:perf_hooks';
import { datasetsNamed, registered, type RegisteredDataset } from '../../../src/lib/datasets/registered.js';
import { fetchDataset } from '../../engine/datasets/fetch.js';
import { datasetOf, type DatasetState, listDatasets, verifyDataset } from '../../engine/datasets/store.js';
import { Failure } from '../../engine/failure.js';
import type { CommandContext } from '../context.js';
import { progressBoard } from '../progress.js';
import { textTable } from '../text-table.js';

/** `litmus datasets list`. */
export async function listAll({ terminal }: CommandContext, { json }: { json?: boolean }): Promise<number> {
  const states = await listDatasets();
  if (json) terminal.out(asJson(states));
  else
    terminal.out(
      textTable(
        ['data set', 'here', 'rows', 'licence', 'homepage'],
        states.map(({ dataset, state }) => [
          dataset.name,
          state,
          String(dataset.rows),
          dataset.licence,
          dataset.homepage,
        ]),
      ),
    );
  return 0;
}

/** `litmus datasets fetch`: the one command that goes to the network. */
export async function fetchAll({ terminal, signal }: CommandContext, names: string[]): Promise<number> {
  const wanted = names.includes('all') ? registered : names.flatMap(named);
  const board = progressBoard(terminal, () => performance.now());
  const failures: string[] = [];
  for (const dataset of wanted) {
    try {
      const { file, downloaded } = await fetchDataset(dataset, {
        signal,
        log: (message) => terminal.err(`litmus: ${message}\n`),
        onProgress: ({ received, total }) => board.report(total ? received / total : 0, dataset.name),
      });
      terminal.out(`${dataset.name}: ${downloaded ? 'fetched to' : 'already here:'} ${file}\n`);
    } catch (error) {
      if (!(error instanceof Failure) || signal.aborted) throw error;
      failures.push(`${dataset.name}: ${error.message}`);
    }
  }
  board.stop();
  if (failures.length > 0) throw new Failure(failures.join('\nlitmus: '));
  return 0;
}

/** `litmus datasets verify`: exits with 1 where a file is missing or is not the registered one. */
export async function verifyAll(
  { terminal }: CommandContext,
  names: string[],
  { json }: { json?: boolean },
): Promise<number> {
  const wanted = names.length > 0 ? names.flatMap(named) : registered;
  const states = await Promise.all(wanted.map((dataset) => verifyDataset(dataset)));
  if (json) terminal.out(asJson(states));
  else
    for (const { dataset, state, file, problem } of states)
      terminal.out(`${dataset.name}: ${state === 'ok' ? `ok, ${file}` : (problem?.message ?? state)}\n`);
  return states.every(({ state }) => state === 'ok') ? 0 : 1;
}

/** The data set of a name, or those of a collection. @throws {Failure} for an unknown name. */
function named(name: string): readonly RegisteredDataset[] {
  const found = datasetsNamed(name);
  return found.length > 0 ? found : [datasetOf(name)];
}

function asJson(states: readonly DatasetState[]): string {
  const rows = states.map(({ dataset, state, file, problem }) => {
    const { name, title, licence, citation, homepage, rows, bytes, sha256 } = dataset;
    return {
      name,
      state,
      file,
      problem: problem?.message,
      title,
      licence,
      citation,
      homepage,
      rows,
      bytes,
      sha256,
    };
  });
  return `${JSON.stringify(rows, null, 2)}\n`;
}
