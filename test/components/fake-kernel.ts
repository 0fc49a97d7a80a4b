import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import {
  decodeFrame,
  encodeFrame,
  type JsonObject,
  type KernelMessage,
  kernelSubprotocol,
} from '../../src/lib/jupyter/websocket-frames.js';

/** A request as the fake kernel got it, and ways to answer. */
export interface KernelRequest extends KernelMessage {
  /** Sends a message that answers it. */
  answer(channel: string, type: string, content: JsonObject, buffers?: readonly Uint8Array[]): void;
  readonly socket: WebSocket;
}

export interface FakeKernel {
  readonly address: string;
  /** Everything that came in, in its order. */
  readonly requests: readonly KernelRequest[];
  /** Resolves to the next request of a type that nobody has waited for yet. */
  next(type: string): Promise<KernelRequest>;
  close(): Promise<void>;
}

/**
 * A WebSocket server that speaks a kernel's frames and says what a kernel is; code it leaves to the test.
 *
 * @param protocol what it speaks, to play a server that speaks another
 */
export async function fakeKernel(protocol = kernelSubprotocol): Promise<FakeKernel> {
  const server = new WebSocketServer({
    host: '127.0.0.1',
    port: 0,
    handleProtocols: (offered) => offered.has(protocol) && protocol,
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const requests: KernelRequest[] = [];
  const taken = new Set<KernelRequest>();
  let wake = () => {};

  server.on('connection', (socket) =>
    socket.on('message', (data: Buffer) => {
      const message = decodeFrame(data);
      const answer: KernelRequest['answer'] = (channel, type, content, buffers) =>
        socket.send(
          encodeFrame({
            channel,
            header: { ...message.header, msg_id: `answer-${requests.length}`, msg_type: type },
            parent: message.header,
            metadata: {},
            content,
            buffers,
          }),
        );
      requests.push({ ...message, answer, socket });
      if (message.header.msg_type === 'kernel_info_request')
        answer('shell', 'kernel_info_reply', {
          status: 'ok',
          implementation: 'fake',
          device: 'a test bench',
        });
      wake();
    }),
  );
  return {
    address: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/api/kernels/k/channels?token=secret`,
    requests,
    async next(type) {
      for (;;) {
        const found = requests.find((request) => request.header.msg_type === type && !taken.has(request));
        if (found) {
          taken.add(found);
          return found;
        }
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    close() {
      for (const socket of server.clients) socket.terminate();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Answers a request for code as a kernel does: busy, what is shown, idle, and the reply in between. */
export function show(
  { answer }: KernelRequest,
  outputs: readonly (readonly [type: string, content: JsonObject])[],
  reply: JsonObject = { status: 'ok' },
): void {
  answer('iopub', 'status', { execution_state: 'busy' });
  for (const [type, content] of outputs) answer('iopub', type, content);
  answer('shell', 'execute_reply', reply);
  answer('iopub', 'status', { execution_state: 'idle' });
}
