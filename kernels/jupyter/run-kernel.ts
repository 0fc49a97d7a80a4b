import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import envPaths from 'env-paths';
import { partRequests } from './daemon/part-requests.js';
import { partServer } from './daemon/part-server.js';
import { turns } from './daemon/turns.js';
import { openDoor } from './live/websocket-server.js';
import { type ConnectionInfo, writeConnection } from './protocol/connection.js';
import { bindSockets } from './protocol/sockets.js';
import { historyFile } from './session/history-file.js';
import { createKernel } from './session/kernel.js';

export interface RunKernelOptions {
  readonly connection: ConnectionInfo;
  /** Where to say which ports were taken, if the connection left any of them open. */
  readonly connectionFile?: string;
  readonly folder: string;
  readonly signal: AbortSignal;
  /** Whether pages of this machine may connect. */
  readonly webSocket?: boolean;
  /** Called when it listens. */
  started?(where: { readonly connection: ConnectionInfo; readonly webSocket?: string }): void;
  log(message: string): void;
}

/** Runs a kernel on ZeroMQ sockets until a client shuts it down or the signal aborts. */
export async function runKernel({
  connection,
  connectionFile,
  folder,
  signal,
  webSocket,
  started,
  log,
}: RunKernelOptions): Promise<void> {
  let end: () => void;
  const ended = new Promise<void>((resolve) => (end = resolve));
  // Nothing may wait between the sockets, which take messages at once, and the kernel.
  const door = webSocket
    ? await openDoor({ receive: (channel, message) => kernel.receive(channel, message), log })
    : undefined;
  const sockets = await bindSockets(connection, {
    receive: (channel, message) => kernel.receive(channel, message),
    ignored: log,
  });
  const accelerator = Object.assign(turns(), { exclusive: false });
  const parts = partServer(accelerator);
  const kernel = createKernel({
    folder,
    handlers: partRequests(parts),
    turn: () => (accelerator.exclusive ? accelerator.take() : Promise.resolve(() => undefined)),
    history: historyFile(path.join(envPaths('litmus', { suffix: '' }).data, 'history.jsonl')),
    send(channel, message) {
      if (!door?.send(channel, message)) sockets.send(channel, message);
    },
    room() {
      const waits = [sockets.room(), door?.room()].filter((wait) => wait !== undefined);
      return waits.length > 0 ? Promise.all(waits) : undefined;
    },
    log,
    shutdown: () => end(),
  });
  const interrupt = () => void kernel.interrupt();
  try {
    if (connectionFile && !isDeepStrictEqual(sockets.connection, connection))
      await writeConnection(connectionFile, sockets.connection);
    started?.({ connection: sockets.connection, webSocket: door?.address });
    process.on('SIGINT', interrupt);
    if (signal.aborted) end!();
    signal.addEventListener('abort', () => end(), { once: true });
    await ended;
  } finally {
    process.off('SIGINT', interrupt);
    await Promise.all([kernel.close(), parts.close(), door?.close()]);
    await sockets.close();
  }
}
