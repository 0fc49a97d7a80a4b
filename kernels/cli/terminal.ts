/** Where a command writes: results to `out`, everything about how they came to be to `err`. */
export interface Terminal {
  out(text: string | Uint8Array): void;
  err(text: string): void;
  /** The stream that progress bars are drawn on, where a person is watching. */
  readonly progress?: NodeJS.WriteStream;
}

/** This process's terminal. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    progress: stderr.isTTY ? stderr : undefined,
  };
}
