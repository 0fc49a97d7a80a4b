import { readConnection } from './protocol/connection.js';
import { runKernel } from './run-kernel.js';

/** Runs the kernel of a connection file in this process, in the folder that it was started in. */
export async function launch(connectionFile: string): Promise<void> {
  const stop = new AbortController();
  process.on('SIGTERM', () => stop.abort());
  const log = (message: string) => process.stderr.write(`litmus kernel: ${message}\n`);
  try {
    const connection = await readConnection(connectionFile);
    await runKernel({ connection, connectionFile, folder: process.cwd(), signal: stop.signal, log });
    process.exitCode = 0;
  } catch (error) {
    log(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
