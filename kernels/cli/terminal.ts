/** Where a command writes: results to `out`, everything about how they came to be to `err`. */
export interface Terminal {
  out(text: string | Uint8Array): void;
  err(text: string): void;
  /** The stream that progress bars are drawn on, where a person is watching. */
  readonly progress?: NodeJS.WriteStream;
}

/** What a process writes to, and where it says what its terminal can do. */
interface Streams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * The terminal of a process. A reader who closes the pipe has seen enough (`litmus doctor | head -1`): the command goes
 * on to its end, and its exit code says how that was.
 *
 * @param broken called where the output cannot be written for another reason, such as a full disk
 */
export function processTerminal(
  broken: (error: Error) => void,
  { stdout, stderr, env }: Streams = process,
): Terminal {
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') broken(error);
  });
  // There is nobody left to be told.
  stderr.on('error', () => undefined);
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    progress: stderr.isTTY && env.TERM !== 'dumb' ? stderr : undefined,
  };
}
