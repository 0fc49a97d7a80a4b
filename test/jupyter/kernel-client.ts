import { randomUUID } from 'node:crypto';
import { Dealer, Request, Subscriber } from 'zeromq';
import type { ConnectionInfo } from '../../kernels/jupyter/protocol/connection.js';
import { createMessage, type Json, type Message } from '../../kernels/jupyter/protocol/message.js';
import { wire } from '../../kernels/jupyter/protocol/wire.js';
import { type KernelProcess, type KernelProcessOptions, startKernelProcess } from './kernel-process.js';

/** Where a client sends requests. */
export type ClientChannel = 'shell' | 'control' | 'stdin';

/** A message that a client received, and by which socket. */
export interface Received extends Message {
  readonly channel: ClientChannel | 'iopub';
  readonly type: string;
}

/** What became of an execute request. */
export interface Executed {
  /** Content of the reply. */
  readonly reply: Json;
  /** What was published for it, except status and the input. */
  readonly outputs: readonly { readonly type: string; readonly content: Json }[];
  readonly stdout: string;
  readonly stderr: string;
  /** `text/plain` of the value that was shown, if any. */
  readonly result: unknown;
}

export interface ExecuteOptions {
  readonly content?: Json;
  readonly metadata?: Json;
}

/** A client of a kernel, which keeps all that it receives. */
export interface KernelClient {
  readonly session: string;
  readonly received: readonly Received[];
  /** Sends a message; returns its identifier. */
  send(
    channel: ClientChannel,
    type: string,
    content?: Json,
    options?: Pick<ExecuteOptions, 'metadata'> & { parent?: Json; buffers?: Message['buffers'] },
  ): string;
  sendFrames(channel: ClientChannel, frames: readonly Uint8Array[]): Promise<void>;
  /** The first message that fits, received already or later. */
  find(fits: (message: Received) => boolean, milliseconds?: number): Promise<Received>;
  /** Sends a request and waits for its reply's content. */
  request(channel: ClientChannel, type: string, content?: Json): Promise<Json>;
  /** Sends an execute request; resolves with its identifier at once. */
  start(code: string, options?: ExecuteOptions): string;
  /** What an execute request came to. */
  finished(id: string): Promise<Executed>;
  execute(code: string, options?: ExecuteOptions): Promise<Executed>;
  /** Sends bytes to the heartbeat, and returns what it says. */
  beat(bytes: string): Promise<string>;
  close(): void;
}

/** How long a test waits for a message before it fails: machines may be slow. */
const patience = 45_000;

/** Connects to a kernel; resolves when what it publishes is received. */
export async function connect(connection: ConnectionInfo): Promise<KernelClient> {
  const format = wire(connection.key);
  const session = randomUUID();
  const address = (port: number) => `${connection.transport}://${connection.ip}:${port}`;
  const dealer = () => new Dealer({ routingId: session, linger: 0 });
  const dealers = { shell: dealer(), control: dealer(), stdin: dealer() };
  const iopub = new Subscriber({ linger: 0, receiveHighWaterMark: 0 });
  const heart = new Request({ linger: 0 });
  for (const channel of ['shell', 'control', 'stdin'] as const)
    dealers[channel].connect(address(connection[`${channel}_port`]));
  heart.connect(address(connection.hb_port));
  iopub.connect(address(connection.iopub_port));
  iopub.subscribe();

  const received: Received[] = [];
  const waiting = new Set<(message: Received) => void>();
  const listen = async (socket: Dealer | Subscriber, channel: Received['channel']) => {
    for await (const frames of socket) {
      const decoded = format.decode(frames);
      const message = { ...decoded, channel, type: decoded.header.msg_type };
      received.push(message);
      for (const look of [...waiting]) look(message);
    }
  };
  const untilClosed = (socket: Dealer | Subscriber, channel: Received['channel']) =>
    listen(socket, channel).catch((error: unknown) => {
      if (!socket.closed) throw error;
    });
  for (const channel of ['shell', 'control', 'stdin'] as const) void untilClosed(dealers[channel], channel);
  void untilClosed(iopub, 'iopub');

  const client: KernelClient = {
    session,
    received,
    send(channel, type, content = {}, { metadata, parent, buffers } = {}) {
      const message = createMessage(type, content, {
        session,
        metadata,
        buffers,
        parent: parent as Message['parent'] | undefined,
      });
      void client.sendFrames(channel, format.encode(message));
      return message.header.msg_id;
    },
    sendFrames: queued(dealers),
    find(fits, milliseconds = patience) {
      return new Promise((resolve, reject) => {
        const here = received.find(fits);
        if (here) return void resolve(here);
        const look = (message: Received) => {
          if (!fits(message)) return;
          waiting.delete(look);
          clearTimeout(timer);
          resolve(message);
        };
        const timer = setTimeout(() => {
          waiting.delete(look);
          const seen = received
            .slice(-8)
            .map(
              ({ channel, type, content }) => `${channel} ${type} ${JSON.stringify(content).slice(0, 200)}`,
            );
          reject(new Error(`no such message came; the last were:\n${seen.join('\n')}`));
        }, milliseconds);
        waiting.add(look);
      });
    },
    async request(channel, type, content) {
      const id = client.send(channel, type, content);
      return (await client.find((message) => answers(message, id) && message.channel === channel)).content;
    },
    start(code, { content, metadata } = {}) {
      const asked = { code, silent: false, store_history: true, user_expressions: {}, allow_stdin: true };
      return client.send('shell', 'execute_request', { ...asked, ...content }, { metadata });
    },
    async finished(id) {
      const { content: reply } = await client.find(
        (message) => answers(message, id) && message.channel === 'shell',
      );
      await client.find((message) => answers(message, id) && message.content.execution_state === 'idle');
      return executed(
        reply,
        received.filter((message) => answers(message, id) && message.channel === 'iopub'),
      );
    },
    execute: (code, options) => client.finished(client.start(code, options)),
    async beat(bytes) {
      await heart.send(bytes);
      const [echo] = await heart.receive();
      return echo.toString();
    },
    close() {
      for (const socket of [dealers.shell, dealers.control, dealers.stdin, iopub, heart]) socket.close();
    },
  };
  await client.find(({ type }) => type === 'iopub_welcome');
  return client;
}

/** A socket takes one message at a time. */
function queued(sockets: Readonly<Record<ClientChannel, Dealer>>): KernelClient['sendFrames'] {
  const last = new Map<ClientChannel, Promise<void>>();
  return (channel, frames) => {
    const next = (last.get(channel) ?? Promise.resolve()).then(() =>
      sockets[channel].send(frames as Uint8Array<ArrayBuffer>[]),
    );
    last.set(channel, next);
    return next;
  };
}

function answers({ parent }: Message, id: string): boolean {
  return 'msg_id' in parent && parent.msg_id === id;
}

function executed(reply: Json, published: readonly Received[]): Executed {
  const outputs = published
    .filter(({ type }) => type !== 'status' && type !== 'execute_input')
    .map(({ type, content }) => ({ type, content }));
  const printed = (name: string) =>
    outputs
      .filter(({ type, content }) => type === 'stream' && content.name === name)
      .map(({ content }) => content.text)
      .join('');
  const shown =
    outputs.find(({ type }) => type === 'execute_result') ??
    outputs.find(({ type }) => type === 'display_data');
  const { 'text/plain': result } = (shown?.content.data ?? {}) as Json;
  return { reply, outputs, stdout: printed('stdout'), stderr: printed('stderr'), result };
}

/** A kernel and a client of it. */
export interface TestKernel extends KernelClient {
  readonly process: KernelProcess;
  /** Asks to interrupt; resolves with the milliseconds until the answer. */
  interrupt(): Promise<number>;
  /** Ends client and kernel. */
  end(): Promise<void>;
}

export async function startKernel(options?: KernelProcessOptions): Promise<TestKernel> {
  const process = await startKernelProcess(options);
  const client = await connect(process.connection);
  return {
    ...client,
    process,
    async interrupt() {
      const begun = performance.now();
      await client.request('control', 'interrupt_request');
      return performance.now() - begun;
    },
    async end() {
      client.close();
      await process.close();
    },
  };
}
