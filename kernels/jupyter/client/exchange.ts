import { randomUUID } from 'node:crypto';
import { Failure } from '../../engine/failure.js';
import type { ConnectionInfo } from '../protocol/connection.js';
import { createMessage, type Json, type Message } from '../protocol/message.js';
import { connectSockets } from './client-sockets.js';

/** The channels that requests go by. */
export type RequestChannel = 'shell' | 'control';

export interface SendOptions {
  readonly metadata?: Json;
  readonly buffers?: readonly Uint8Array[];
}

export interface AskOptions extends SendOptions {
  /** Milliseconds. */
  readonly timeout?: number;
  /** Whether the request lasts until the kernel is idle again, and not just until its reply. */
  readonly untilIdle: boolean;
  /** What the request causes on iopub. */
  output?(message: Message): void;
  /** What the request asks on stdin. */
  input?(question: Message): void;
}

/** A kernel that was there has ended, or can no longer be reached. */
export class KernelGone extends Failure {
  constructor() {
    super('the kernel has ended, or can no longer be reached');
  }
}

export type Listener = (message: Message) => void;

/** Brings together what a client sends and what a kernel sends because of it. */
export interface Exchange {
  /** Identifies this client in the headers of its messages. */
  readonly session: string;
  ask(channel: RequestChannel, type: string, content: Json, options: AskOptions): Promise<Message>;
  send(channel: RequestChannel, type: string, content: Json, options?: SendOptions): string;
  /** Answers what was asked on stdin. */
  answer(question: Message, value: string): void;
  subscribe(listener: Listener): () => void;
  close(): void;
}

interface Pending {
  output(message: Message): void;
  input(message: Message): void;
  reply(message: Message): void;
  fail(error: unknown): void;
}

/**
 * Milliseconds in which what a kernel sent before it ended is still read, in steps: a process that was held up
 * would find all of them over at once, before it has read anything.
 */
const afterglow = { step: 50, steps: 5 };

/** @param lost is called when a kernel that was there is gone */
export function createExchange(connection: ConnectionInfo, lost: () => void): Exchange {
  const session = randomUUID();
  const pending = new Map<string, Pending>();
  const listeners = new Set<Listener>();
  let closed = false;

  const sockets = connectSockets(connection, session, {
    receive(channel, message) {
      const request = pending.get('msg_id' in message.parent ? message.parent.msg_id : '');
      if (channel === 'stdin') request?.input(message);
      else if (channel !== 'iopub') request?.reply(message);
      else {
        request?.output(message);
        for (const listener of listeners) listener(message);
      }
    },
    lost() {
      lost();
      const waiting = [...pending.values()];
      const error = new KernelGone();
      const wait = (steps: number): void => {
        if (steps === 0) return waiting.forEach(({ fail }) => fail(error));
        setTimeout(() => wait(steps - 1), afterglow.step);
      };
      wait(afterglow.steps);
    },
  });

  const send: Exchange['send'] = (channel, type, content, { metadata, buffers } = {}) => {
    if (closed) throw new Failure('the connection to the kernel is closed');
    const message = createMessage(type, content, { session, metadata, buffers });
    sockets.send(channel, message);
    return message.header.msg_id;
  };

  const ask: Exchange['ask'] = (channel, type, content, options) =>
    new Promise((resolve, reject) => {
      const { timeout, untilIdle, output, input } = options;
      const id = send(channel, type, content, options);
      let answer: Message | undefined;
      let idle = !untilIdle;
      const late = () => fail(new Failure(`the kernel did not answer ${type} in time`));
      const timer = timeout === undefined ? undefined : setTimeout(late, timeout);
      const leave = () => {
        clearTimeout(timer);
        pending.delete(id);
      };
      const fail = (error: unknown) => {
        leave();
        reject(error);
      };
      const check = () => {
        if (!answer || !idle) return;
        leave();
        resolve(answer);
      };
      pending.set(id, {
        fail,
        input: (question) => input?.(question),
        reply(message) {
          answer = message;
          check();
        },
        output(message) {
          try {
            output?.(message);
          } catch (error) {
            return fail(error);
          }
          idle ||= isStatus(message, 'idle');
          check();
        },
      });
    });

  return {
    session,
    ask,
    send,
    answer({ header }, value) {
      if (!closed)
        sockets.send(
          'stdin',
          createMessage('input_reply', { status: 'ok', value }, { session, parent: header }),
        );
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      if (closed) return;
      closed = true;
      const error = new Failure('the connection to the kernel is closed');
      for (const { fail } of [...pending.values()]) fail(error);
      sockets.close();
    },
  };
}

/** Whether a message on iopub says that the kernel has begun, or has done, what its parent asks for. */
export function isStatus({ header, content }: Message, state: 'busy' | 'idle'): boolean {
  return header.msg_type === 'status' && content.execution_state === state;
}
