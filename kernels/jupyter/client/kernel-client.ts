import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '../../engine/failure.js';
import type { ConnectionInfo } from '../protocol/connection.js';
import type { Json, Message } from '../protocol/message.js';
import {
  createExchange,
  KernelGone,
  type Listener,
  type RequestChannel,
  type SendOptions,
} from './exchange.js';
import { execute, type ExecuteOptions } from './execute.js';

export interface RequestOptions extends SendOptions {
  /** Milliseconds until the promise is rejected; the kernel is not told. As long as it takes, where omitted. */
  readonly timeout?: number;
  /**
   * Is given each message that the request causes on iopub, in order. With it, the promise waits not only for the
   * reply but for the kernel's "idle" too. What timers or other cells cause later goes to subscribers alone.
   */
  onOutput?(message: Message): void;
}

/** A kernel, as its client sees it. What waits for a kernel that ends is rejected with {@link KernelGone}. */
export interface KernelClient {
  /**
   * Resolves to the reply to `kernel_info_request` once requests are answered and outputs are heard. Every
   * request waits for that by itself.
   *
   * @param timeout milliseconds; 30 s where omitted
   */
  ready(timeout?: number): Promise<Message>;
  /** Resolves to the reply, also to one whose status is "error". */
  request(channel: RequestChannel, type: string, content?: Json, options?: RequestOptions): Promise<Message>;
  /** Runs a cell; resolves to the reply (its status is "ok", "error" or "aborted") after the last output. */
  execute(code: string, options?: ExecuteOptions): Promise<Message>;
  /** Sends what gets no reply, such as the messages of comms. Returns the message's identifier. */
  send(channel: RequestChannel, type: string, content: Json, options?: SendOptions): string;
  /** Gives every message on iopub to the listener, whoever caused it, until the returned function is called. */
  subscribe(listener: Listener): () => void;
  /** Asks the kernel to end; resolves when it has said that it will. */
  shutdown(timeout?: number): Promise<void>;
  /** Ends the connection and leaves the kernel alone. Until then the process does not end by itself. */
  close(): void;
}

/** Milliseconds that a kernel gets to answer the first time. */
const patience = 30_000;
/** Milliseconds until outputs that were not heard are caused again. */
const pause = 25;

export function connectClient(connection: ConnectionInfo): KernelClient {
  let greeted: Message | undefined;
  const exchange = createExchange(connection, () => (greeted = undefined));
  const { session, ask, send, subscribe, close } = exchange;

  /** A subscription takes a while to reach the kernel, so the kernel is asked until it is heard. */
  async function ready(timeout = patience): Promise<Message> {
    if (greeted) return greeted;
    const end = performance.now() + timeout;
    const left = () => Math.max(1, Math.ceil(end - performance.now()));
    let heard = false;
    const unsubscribe = subscribe(({ parent }) => {
      heard ||= 'session' in parent && parent.session === session;
    });
    try {
      for (;;) {
        const asking = { timeout: left(), untilIdle: false };
        const reply = await ask('control', 'kernel_info_request', {}, asking).catch((error: unknown) => {
          // It may be about to start again; whether it does, time tells.
          if (error instanceof KernelGone && left() > 1) return undefined;
          throw error;
        });
        if (!reply) continue;
        if (!heard) await delay(pause);
        if (heard) return (greeted = reply);
        if (left() === 1) throw new Failure('the kernel answers, but nothing that it puts out arrives');
      }
    } finally {
      unsubscribe();
    }
  }

  /** Waits until the kernel is there; resolves to what is left of a request's time. */
  async function timeLeft(timeout: number | undefined): Promise<number | undefined> {
    const start = performance.now();
    await ready(timeout);
    return timeout === undefined ? undefined : Math.max(1, timeout - (performance.now() - start));
  }

  const request: KernelClient['request'] = async (channel, type, content = {}, options = {}) => {
    const { onOutput: output, metadata, buffers } = options;
    const timeout = await timeLeft(options.timeout);
    return ask(channel, type, content, {
      timeout,
      metadata,
      buffers,
      output,
      untilIdle: output !== undefined,
    });
  };

  return {
    ready,
    request,
    async execute(code, options = {}) {
      options.signal?.throwIfAborted();
      const timeout = await timeLeft(options.timeout);
      return execute(exchange, code, { ...options, timeout });
    },
    send,
    subscribe,
    async shutdown(timeout = patience) {
      await request('control', 'shutdown_request', { restart: false }, { timeout });
    },
    close,
  };
}
