import { readFile } from 'node:fs/promises';
import path from 'node:path';
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
