import { program } from '../cli/program.js';

/** The bytes of a file for a page, or why there are none. */
export type Made =
  { readonly bytes: Uint8Array; readonly missing?: undefined } | { readonly missing: string };

/**
 * Makes a file for a page by a command line of `litmus`: `emit …`, `notebook …`.
 *
 * @param err told what the command says on the way, and why it fails
 * @throws the signal's reason where it is aborted
 */
export async function makeFile(
  argv: readonly string[],
  err: (text: string) => void,
  signal: AbortSignal,
): Promise<Made> {
  const output: Buffer[] = [];
  let said = '';
  const terminal = {
    out: (content: string | Uint8Array) => void output.push(Buffer.from(content)),
    err(text: string) {
      said += text;
      err(text);
    },
  };
  const code = await program(argv, terminal, signal);
  signal.throwIfAborted();
  return code === 0 ? { bytes: Buffer.concat(output) } : { missing: reasonIn(said) };
}

/** The last thing that a command said in its own name, without the stack of an error nobody expected. */
function reasonIn(said: string): string {
  const last = said.split(/^litmus: /m).at(-1)!;
  return last.replace(/\n +at [^]*/, '').trim();
}
