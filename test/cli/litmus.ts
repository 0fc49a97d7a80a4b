import { program } from '../../kernels/cli/program.js';

/** Runs the command in this process and gathers what it writes. */
export async function litmus(...argv: string[]) {
  const written = { out: '', err: '' };
  const terminal = {
    out: (text: string | Uint8Array) => void (written.out += String(text)),
    err: (text: string) => void (written.err += text),
  };
  const code = await program(argv, terminal, new AbortController().signal);
  return { code, ...written };
}
