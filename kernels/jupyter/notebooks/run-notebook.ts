import path from 'node:path';
import { Failure } from '../../engine/failure.js';
import { cellFailure } from './cell-failure.js';
import { startCellRunner } from './cell-runner.js';
import { designatedCells } from './designated-cells.js';
import { prefixLines } from './line-prefix.js';
import { type NotebookCell, parseNotebook } from './parse-notebook.js';
import { reportWhenSlow } from './slow-work.js';

export interface RunNotebookOptions {
  /** The notebook's path: its folder is that of its cells, and messages call it by its name. */
  readonly file: string;
  readonly text: string;
  /** What its output is to be: `csv`, `.parquet`. */
  readonly extension: string;
  /** The cell whose value is the output, by number or tag; as {@link designatedCells} finds it where omitted. */
  readonly cell?: string;
  readonly signal: AbortSignal;
  /** What cells print, and how long slow ones take. */
  err(text: string): void;
  /** Whether errors may be coloured. */
  readonly colors: boolean;
}

/**
 * Runs the code cells of a notebook from top to bottom, on a kernel of their own, and makes a file of the value
 * of one of them.
 *
 * @throws {Failure} where the notebook is no notebook, a cell fails, or there is no value that makes such a file
 * @throws the signal's reason, where it aborts
 */
export async function runNotebook(options: RunNotebookOptions): Promise<Uint8Array> {
  const { file, text, extension, signal, err, colors } = options;
  const cells = parseNotebook(text, file);
  const candidates = designatedCells(cells, options.cell, file);
  const name = path.basename(file);
  const lines = prefixLines(err);
  signal.throwIfAborted();
  const runner = startCellRunner(path.dirname(path.resolve(file)), {
    printed: (text, label) => lines.write(text, `${name} ${label}: `),
    log: (message) => lines.write(`${message}\n`, 'litmus: '),
  });
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  try {
    return await Promise.race([aborted, runCells()]);
  } finally {
    lines.end();
    await runner.close();
  }

  async function runCells(): Promise<Uint8Array> {
    const labels = new Map<number, string>();
    await runner.ready();
    for (const { number, source } of cells.filter(({ isCode }) => isCode)) {
      const { label, error } = await reportWhenSlow(runner.run(number, source), (seconds) =>
        lines.write(
          `${name}: cell ${number} of ${cells.length} has been running for ${seconds} s\n`,
          'litmus: ',
        ),
      );
      if (error) throw cellFailure({ file, number, label }, error, { what: 'failed', colors });
      labels.set(number, label);
    }
    const made = await runner.file(
      candidates.map(({ number }) => number),
      extension,
    );
    if (!made) throw withoutValue(file, candidates, labels);
    if ('bytes' in made) return made.bytes;
    const number = Number(made.cellId);
    throw cellFailure({ file, number, label: labels.get(number)! }, made.error, {
      what: made.failed ? 'failed' : `has a value that makes no ${extension} file`,
      colors,
    });
  }
}

function withoutValue(
  file: string,
  candidates: readonly NotebookCell[],
  labels: ReadonlyMap<number, string>,
): Failure {
  const [{ number }, ...others] = candidates;
  const what =
    others.length > 0 ? 'no cell has a value' : `cell ${number} ${labels.get(number)} has no value`;
  return new Failure(`${file}: ${what}: end one with an expression that has no semicolon after it`);
}
