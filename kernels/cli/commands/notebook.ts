import { access, constants, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { diskProblem } from '../../engine/disk-problem.js';
import { Failure } from '../../engine/failure.js';
import { writeWholeFile } from '../../engine/whole-file.js';
import { outputExtension } from '../../jupyter/notebooks/output-extension.js';
import { runNotebook } from '../../jupyter/notebooks/run-notebook.js';
import type { CommandContext } from '../context.js';

interface NotebookOptions {
  /** Standard output where omitted. */
  readonly output?: string;
  readonly cell?: string;
}

/** `litmus notebook`: what makes a notebook a data loader. */
export async function notebook(
  { terminal, signal }: CommandContext,
  given: string,
  { output, cell }: NotebookOptions,
): Promise<number> {
  // As messages name it: Framework gives an absolute path.
  const file = path.relative('', given);
  const extension = outputExtension(file, output);
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new Failure(`the notebook cannot be read: ${error.message}`, 2);
  });
  if (output !== undefined) await needsPlace(output);
  try {
    const colors = terminal.progress !== undefined;
    const bytes = await runNotebook({ file, text, extension, cell, signal, err: terminal.err, colors });
    if (output === undefined) terminal.out(bytes);
    else await writeWholeFile(output, bytes);
    return 0;
  } catch (error) {
    if (!signal.aborted) throw error;
    terminal.err(`litmus: ${file} was interrupted\n`);
    return 130;
  }
}

/** @throws {Failure} where the file could not be written, before anything is computed for it. */
async function needsPlace(file: string): Promise<void> {
  if ((await stat(file).catch(() => undefined))?.isDirectory())
    throw new Failure(`--output ${file} is a folder; give the name of a file in it`, 2);
  // With a dot at its end the path is that of a folder, or of nothing.
  await access(`${path.dirname(path.resolve(file))}${path.sep}.`, constants.W_OK).catch((cause: unknown) => {
    throw new Failure(diskProblem(file, cause)?.message ?? String(cause), 2, { cause });
  });
}
