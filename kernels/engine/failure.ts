import { unknownName as unknownNameText } from '../../src/lib/text/unknown-name.js';

/**
 * What a command's exit code says:
 * 1 a verdict changed or a check failed · 2 the command line or an input was wrong · 3 a run, a download, a
 * backend or a kernel failed · 130 the user interrupted.
 */
export type ExitCode = 1 | 2 | 3 | 130;

/** An error meant for the user: its message says what was wrong, where, and what to do. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    message: string,
    readonly exitCode: ExitCode = 3,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What an error says, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The failure for a name that does not exist, with the nearest one that does. */
export function unknownName(kind: string, name: string, known: readonly string[]): Failure {
  return new Failure(unknownNameText(kind, name, known), 2);
}

/** What the library refuses is the user's input here. */
export async function inWords<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RangeError) throw new Failure(error.message, 2, { cause: error });
    throw error;
  }
}
