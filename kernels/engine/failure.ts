import { closest, distance } from 'fastest-levenshtein';

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
  const near = known.length > 0 ? closest(name, [...known]) : undefined;
  const close = near !== undefined && distance(name, near) <= Math.max(2, Math.ceil(name.length / 3));
  const hint = close ? `did you mean "${near}"?` : `known: ${known.join(', ') || 'none'}`;
  return new Failure(`there is no ${kind} "${name}"; ${hint}`, 2);
}
