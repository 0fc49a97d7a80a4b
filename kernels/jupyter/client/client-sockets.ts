import { Dealer, Subscriber } from 'zeromq';
import type { ConnectionInfo } from '../protocol/connection.js';
import type { Channel, Message } from '../protocol/message.js';
import { type Wire, wire, WireError } from '../protocol/wire.js';

export interface ClientSocketsEffects {
  receive(channel: Channel, message: Message): void;
  /** The kernel was connected and no longer is. What it sent before may still be received. */
  lost(): void;
}

/** A client's ends of a kernel's sockets. */
export interface ClientSockets {
  send(channel: Exclude<Channel, 'iopub'>, message: Message): void;
  close(): void;
}

/** @param session of the client: by it the kernel knows which `stdin` belongs to which `shell` */
export function connectSockets(
  connection: ConnectionInfo,
  session: string,
  { receive, lost }: ClientSocketsEffects,
): ClientSockets {
  const format = wire(connection.key);
  const address = (port: number) =>
    connection.transport === 'ipc' ? `ipc://${connection.ip}-${port}` : `tcp://${connection.ip}:${port}`;
  // Nothing is dropped while this side is slow, and nothing that was not sent keeps the process from ending.
  const limits = { receiveHighWaterMark: 0, linger: 0 };
  const dealer = () => new Dealer({ ...limits, sendHighWaterMark: 0, routingId: session });
  const senders = { shell: dealer(), control: dealer(), stdin: dealer() };
  const iopub = new Subscriber(limits);

  senders.shell.events.on('disconnect', lost);
  senders.shell.connect(address(connection.shell_port));
  senders.control.connect(address(connection.control_port));
  senders.stdin.connect(address(connection.stdin_port));
  iopub.connect(address(connection.iopub_port));
  iopub.subscribe();

  const sockets = { ...senders, iopub };
  for (const channel of ['shell', 'control', 'stdin', 'iopub'] as const)
    void listen(sockets[channel], format, (message) => receive(channel, message));

  /** A socket takes one message at a time. */
  const last: Record<keyof typeof senders, Promise<unknown>> = {
    shell: Promise.resolve(),
    control: Promise.resolve(),
    stdin: Promise.resolve(),
  };
  return {
    send(channel, message) {
      const frames = format.encode(message) as Buffer[];
      // It fails only where the client was closed meanwhile, and then nobody waits.
      last[channel] = last[channel].then(() => senders[channel].send(frames)).catch(() => undefined);
    },
    close() {
      for (const socket of Object.values(sockets)) socket.close();
    },
  };
}

async function listen(
  socket: Dealer | Subscriber,
  format: Wire,
  receive: (message: Message) => void,
): Promise<void> {
  for await (const frames of socket) {
    try {
      receive(format.decode(frames));
    } catch (error) {
      // Somebody else's, or spoilt on its way: not to be acted upon.
      if (!(error instanceof WireError)) throw error;
    }
  }
}
