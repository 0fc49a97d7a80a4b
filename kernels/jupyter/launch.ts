import { readConnection } from './protocol/connection.js';
import { runKernel } from './run-kernel.js';

/** Runs the kernel of a connection file in this process, in the folder that it was started in. */
export async function launch(connectionFile: string): Promise<void> {
  const stop = new AbortController();
  process.on('SIGTERM', () => stop.abort());
  // Jupyter says so where the kernel belongs to it; one that was killed cannot end its kernels any more.
  if (process.env.JPY_PARENT_PID) whenOrphaned(() => stop.abort());
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

/** Calls back when the process that started this one has ended. */
function whenOrphaned(orphaned: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    orphaned();
  }, 1000);
  timer.unref();
}
