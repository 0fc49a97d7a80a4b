import path from 'node:path';
import envPaths from 'env-paths';
import { bindSockets } from './protocol/sockets.js';
import { type ConnectionInfo, writeConnection } from './protocol/connection.js';
import { createKernel } from './session/kernel.js';
import { historyFile } from './session/history-file.js';

export interface RunKernelOptions {
  readonly connection: ConnectionInfo;
  /** Where to say which ports were taken, for a connection that left them open. */
  readonly connectionFile?: string;
  readonly folder: string;
  readonly signal: AbortSignal;
  log(message: string): void;
}

/** Runs a kernel on ZeroMQ sockets until a client shuts it down or the signal aborts. */
export async function runKernel({
  connection,
  connectionFile,
  folder,
  signal,
  log,
}: RunKernelOptions): Promise<void> {
  let end: () => void;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const sockets = await bindSockets(connection, {
    receive: (channel, message) => kernel.receive(channel, message),
    ignored: log,
  });
  const kernel = createKernel({
    folder,
    history: historyFile(path.join(envPaths('litmus', { suffix: '' }).data, 'history.jsonl')),
    send: sockets.send,
    log,
    shutdown: () => end(),
  });
  if (connectionFile) await writeConnection(connectionFile, sockets.connection);
  const interrupt = () => void kernel.interrupt();
  process.on('SIGINT', interrupt);
  signal.addEventListener('abort', () => end(), { once: true });
  await ended;
  process.off('SIGINT', interrupt);
  await kernel.close();
  await sockets.close();
}
