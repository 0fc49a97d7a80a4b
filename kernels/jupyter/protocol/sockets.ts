import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { Reply, Router, XPublisher } from 'zeromq';
import type { ConnectionInfo } from './connection.js';
import { type Channel, createMessage, type Message } from './message.js';
import { framePublisher } from './publish-frames.js';
import { type Wire, wire, WireError } from './wire.js';

export interface SocketEffects {
  receive(channel: Channel, message: Message): void;
  /** A message that was not acted upon, and why. */
  ignored(why: string): void;
}

/** The five sockets of a kernel, bound. */
export interface Sockets {
  /** Where they listen: a port of 0 has become the one that was free. */
  readonly connection: ConnectionInfo;
  send(channel: Channel, message: Message): void;
  /** What to wait for before more is published; nothing where clients have read what there was. */
  room(): Promise<unknown> | undefined;
  /** Waits until what was sent is on its way. */
  close(): Promise<void>;
}

export async function bindSockets(wanted: ConnectionInfo, effects: SocketEffects): Promise<Sockets> {
  const format = wire(wanted.key);
  const shell = new Router({ handover: true });
  const control = new Router({ handover: true });
  const stdin = new Router({ handover: true });
  const iopub = new XPublisher({ verbosity: 'allSubs' });
  const heartbeat = new Reply();
  // A client that reads slowly loses nothing; one that is gone does not keep the process from ending.
  for (const socket of [shell, control, stdin]) socket.sendHighWaterMark = 0;
  for (const socket of [shell, control, stdin, iopub]) socket.linger = 1000;
  const published = framePublisher(iopub);
  const sockets = { shell, control, stdin, iopub };

  const bind = async (
    socket: { bind(address: string): Promise<void>; lastEndpoint: string | null },
    port: number,
  ) => {
    const { transport, ip } = wanted;
    if (transport === 'ipc') {
      await socket.bind(`ipc://${ip}-${port}`);
      return port;
    }
    await socket.bind(`tcp://${ip}:${port === 0 ? '*' : port}`);
    return Number(/:(\d+)$/.exec(socket.lastEndpoint ?? '')?.[1] ?? port);
  };
  const connection: ConnectionInfo = {
    ...wanted,
    shell_port: await bind(shell, wanted.shell_port),
    control_port: await bind(control, wanted.control_port),
    stdin_port: await bind(stdin, wanted.stdin_port),
    iopub_port: await bind(iopub, wanted.iopub_port),
    hb_port: await bind(heartbeat, wanted.hb_port),
  };

  for (const channel of ['shell', 'control', 'stdin'] as const)
    untilClosed(sockets[channel], listen(sockets[channel], channel, format, effects));
  untilClosed(heartbeat, echo(heartbeat));
  untilClosed(
    iopub,
    welcome(iopub, (message) => send('iopub', message)),
  );

  /** A socket takes one message at a time. */
  const last: Record<Channel, Promise<unknown>> = {
    shell: Promise.resolve(),
    control: Promise.resolve(),
    stdin: Promise.resolve(),
    iopub: Promise.resolve(),
  };
  const waiting: Record<Channel, number> = { shell: 0, control: 0, stdin: 0, iopub: 0 };
  const send = (channel: Channel, message: Message) => {
    // Subscribers choose by the first frame, the topic.
    const identities =
      channel === 'iopub' ? (message.identities ?? [Buffer.from(topicOf(message))]) : message.identities;
    waiting[channel] += 1;
    last[channel] = last[channel]
      .then(async () => {
        const frames = format.encode({ ...message, identities }) as Buffer[];
        if (channel !== 'iopub') return sockets[channel].send(frames);
        if (await published.send(frames)) return;
        effects.ignored(
          'a client read nothing for ten seconds while output waited for it, and loses what comes until it reads',
        );
      })
      .catch((error: unknown) => {
        // What is answered while the kernel ends, an interrupt for one, finds its socket closed.
        if (!sockets[channel].closed) effects.ignored(`${channel}: ${String(error)}`);
      })
      .finally(() => (waiting[channel] -= 1));
  };
  return {
    connection,
    send,
    room: () => (waiting.iopub > 0 ? last.iopub : undefined),
    async close() {
      published.hurry();
      await Promise.all(Object.values(last));
      for (const socket of [shell, control, stdin, iopub, heartbeat]) socket.close();
    },
  };
}

function topicOf({ header }: Message): string {
  return `kernel.${header.session}.${header.msg_type}`;
}

/** A socket that is closed while something waits for it fails, now and then; that is no failure of ours. */
function untilClosed(socket: { readonly closed: boolean }, work: Promise<void>): void {
  work.catch((error: unknown) => {
    if (!socket.closed) throw error;
  });
}

async function listen(socket: Router, channel: Channel, format: Wire, effects: SocketEffects): Promise<void> {
  for await (const frames of socket) {
    try {
      effects.receive(channel, format.decode(frames));
    } catch (error) {
      // Whatever a client sends, the kernel goes on.
      const why = error instanceof WireError ? error.message : inspect(error);
      effects.ignored(`a message on ${channel} was ignored: ${why}`);
    }
  }
}

/** Tells each new subscriber that it hears: what was published before is lost to it. */
async function welcome(socket: XPublisher, send: (message: Message) => void): Promise<void> {
  const session = randomUUID();
  for await (const [frame] of socket) {
    // The first byte says whether it comes or goes, the rest is the topic.
    if (frame[0] !== 1) continue;
    const topic = frame.subarray(1);
    const content = { subscription: topic.toString() };
    send({ ...createMessage('iopub_welcome', content, { session }), identities: [topic] });
  }
}

async function echo(socket: Reply): Promise<void> {
  for await (const frames of socket) await socket.send(frames);
}
