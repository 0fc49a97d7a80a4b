import {
  decodeFrame,
  encodeFrame,
  type JsonObject,
  type KernelMessage,
  kernelSubprotocol,
} from '../lib/jupyter/websocket-frames.js';
import { messageQueue } from './message-queue.js';

/** What a request shows (Jupyter messaging specification, "Messages on the IOPub channel"). */
export type KernelOutput =
  | { readonly type: 'stream'; readonly name: string; readonly text: string }
  | {
      readonly type: 'display_data' | 'update_display_data' | 'execute_result';
      /** By MIME type. */
      readonly data: JsonObject;
      readonly metadata: JsonObject;
      readonly buffers: readonly Uint8Array<ArrayBuffer>[];
    }
  | {
      readonly type: 'error';
      readonly name: string;
      readonly message: string;
      readonly traceback: readonly string[];
    };

/** A connection to a kernel. */
export interface KernelConnection {
  /** What the kernel computes on: what its `kernel_info_reply` calls `device`, else its implementation. */
  readonly device: string;
  /** Whether the connection is lost; nothing can be executed any more. */
  readonly closed: boolean;
  /**
   * Runs code and yields what it shows, until the kernel has replied and is idle again; an error of the code is
   * an output like others. An abort, or leaving the loop, interrupts the kernel once it is at this code, and
   * never while it runs another's.
   *
   * @throws the signal's reason where it is aborted; {Error} where the connection is or gets lost
   */
  execute(
    code: string,
    options?: { readonly signal?: AbortSignal },
  ): AsyncGenerator<KernelOutput, void, void>;
  close(): void;
}

/** Who waits for messages that answer a request. */
interface Waiting {
  receive(message: KernelMessage): void;
  fail(error: Error): void;
}

type OpenSocket = (address: string, protocol: string) => WebSocket;

/**
 * Connects to a Jupyter kernel by its WebSocket of the subprotocol `v1.kernel.websocket.jupyter.org`, and asks
 * it what it is.
 *
 * @param address `ws://…`, with the token that the server asks for
 * @throws {Error} where nobody answers there, or not by this subprotocol
 */
export async function connectKernel(
  address: string,
  open: OpenSocket = (url, protocol) => new WebSocket(url, protocol),
): Promise<KernelConnection> {
  // The token stays out of what is shown.
  const { host } = new URL(address);
  const socket = open(address, kernelSubprotocol);
  socket.binaryType = 'arraybuffer';
  const session = crypto.randomUUID();
  const requests = new Map<string, Waiting>();
  let lost: Error | undefined;

  const lose = (why: string) => {
    lost ??= new Error(`the connection to the kernel at ${host} ${why}`);
    socket.close();
    for (const { fail } of requests.values()) fail(lost);
    requests.clear();
  };
  socket.addEventListener('close', ({ code }) => lose(`was lost (code ${code})`));
  socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    try {
      if (!(data instanceof ArrayBuffer)) throw new RangeError('a text frame instead of a binary one');
      const message = decodeFrame(data);
      requests.get(message.parent.msg_id)?.receive(message);
    } catch (error) {
      lose(`was given up: ${(error as Error).message}`);
    }
  });

  /** Sends a message; what answers it goes to `waiting`. @returns the message's identity. */
  const send = (channel: string, type: string, content: JsonObject, waiting?: Waiting): string => {
    if (lost) throw lost;
    const id = crypto.randomUUID();
    const date = new Date().toISOString();
    const header = { msg_id: id, session, username: 'page', date, msg_type: type, version: '5.4' };
    if (waiting) requests.set(id, waiting);
    socket.send(encodeFrame({ channel, header, parent: {}, metadata: {}, content }));
    return id;
  };

  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error(`no kernel answers at ${host}`)));
  });
  const { device, implementation } = await new Promise<JsonObject>((resolve, reject) => {
    const id = send(
      'shell',
      'kernel_info_request',
      {},
      {
        receive({ channel, content }) {
          if (channel !== 'shell') return;
          requests.delete(id);
          resolve(content);
        },
        fail: reject,
      },
    );
  });

  return {
    device: String(device ?? implementation),
    get closed() {
      return lost !== undefined;
    },
    close: () => lose('was closed'),
    async *execute(code, { signal } = {}) {
      signal?.throwIfAborted();
      const outputs = messageQueue<KernelOutput>();
      const state = { started: false, idle: false, left: false, erred: false };
      let reply: JsonObject | undefined;
      const interrupt = () => send('control', 'interrupt_request', {});
      const leave = (reason: unknown) => {
        outputs.fail(reason);
        if (state.left || reply || lost) return;
        state.left = true;
        if (state.started) interrupt();
      };
      const abort = () => leave(signal?.reason);

      const content = { code, silent: false, store_history: false, allow_stdin: false, stop_on_error: true };
      const id = send('shell', 'execute_request', content, {
        fail: outputs.fail,
        receive(message) {
          const { channel, header, content } = message;
          if (channel === 'shell') {
            reply = content;
          } else if (header.msg_type === 'status') {
            state.idle = content.execution_state === 'idle';
            if (!state.started && state.left && !state.idle) interrupt();
            state.started = true;
          } else {
            const output = outputOf(message);
            if (output?.type === 'error') state.erred = true;
            if (output) outputs.put(output);
          }
          // The reply and the outputs come by two ways, and in either order.
          if (!reply || !state.idle) return;
          requests.delete(id);
          if (reply.status !== 'ok' && !state.erred) outputs.put(errorOf(reply));
          outputs.end();
        },
      });
      signal?.addEventListener('abort', abort);
      try {
        yield* outputs;
      } finally {
        signal?.removeEventListener('abort', abort);
        leave(undefined);
      }
    },
  };
}

function outputOf({ header, content, buffers }: KernelMessage): KernelOutput | undefined {
  switch (header.msg_type) {
    case 'stream':
      return { type: 'stream', name: String(content.name), text: String(content.text) };
    case 'display_data':
    case 'update_display_data':
    case 'execute_result': {
      const { data, metadata } = content as { data: JsonObject; metadata: JsonObject };
      return { type: header.msg_type, data, metadata, buffers };
    }
    case 'error':
      return errorOf(content);
    default:
      return undefined;
  }
}

/** Also of a reply that says no more than that the request was aborted. */
function errorOf({ ename, evalue, traceback, status }: JsonObject): KernelOutput {
  return {
    type: 'error',
    name: String(ename ?? 'Error'),
    message: String(evalue ?? `the kernel did not run it: ${String(status)}`),
    traceback: Array.isArray(traceback) ? traceback.map(String) : [],
  };
}
