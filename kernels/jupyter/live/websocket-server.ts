import { randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { inspect } from 'node:util';
import { type WebSocket, WebSocketServer } from 'ws';
import { decodeFrame, encodeFrame, kernelSubprotocol } from '../../../src/lib/jupyter/websocket-frames.js';
import type { Channel, Message } from '../protocol/message.js';

export interface WebSocketEffects {
  receive(channel: Channel, message: Message): void;
  log(message: string): void;
}

/** A kernel's door for pages. */
export interface KernelDoor {
  /** What a page connects to, token and all: whoever has it can run code. */
  readonly address: string;
  /** Sends to the page that asked, and what is published to all; false where another wire must answer. */
  send(channel: Channel, message: Message): boolean;
  /** What to wait for before more is published; nothing where pages have read what there was. */
  room(): Promise<void> | undefined;
  close(): Promise<void>;
}

const channels: readonly string[] = ['shell', 'control', 'stdin'] satisfies Channel[];

/** Bytes of a message that a page may send. */
const largest = 64 * 2 ** 20;

/** Bytes that may wait for a page to read them. */
const unread = 8 * 2 ** 20;

/** Milliseconds in which a page must read some of what waits; one that does not is let go, and may come again. */
const patience = 10_000;

/**
 * Serves a kernel to pages of this machine, on loopback, by the subprotocol `v1.kernel.websocket.jupyter.org`.
 * A page needs the token, must itself come from this machine (its `Origin`), and must have asked for this machine
 * by name (its `Host`), so that neither another site that the reader has open nor a rebound name gets in.
 */
export async function openDoor({ receive, log }: WebSocketEffects): Promise<KernelDoor> {
  const token = randomUUID();
  const server = createServer((_, response) => response.writeHead(426).end('a WebSocket is spoken here\n'));
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largest,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(kernelSubprotocol) ? kernelSubprotocol : false),
  });
  const open = new Map<string, WebSocket>();

  server.on('upgrade', (request, socket, head) => {
    // Whoever knocks may be gone before the answer is written; only a socket that somebody listens to may fail.
    socket.on('error', (error) => log(`a page's connection failed: ${error.message}`));
    const refusal = refuse(request, token);
    if (refusal) {
      log(`a page was refused: ${refusal}`);
      return deny(socket, refusal);
    }
    sockets.handleUpgrade(request, socket, head, connect);
  });

  let draining: Promise<void> | undefined;
  const behind = () => [...open.values()].filter(({ bufferedAmount }) => bufferedAmount > unread);

  async function drain(): Promise<void> {
    const since = new Map<WebSocket, { left: number; at: number }>();
    for (let slow = behind(); slow.length > 0; slow = behind()) {
      for (const socket of slow) {
        const before = since.get(socket);
        const { bufferedAmount: left } = socket;
        if (!before || left < before.left) since.set(socket, { left, at: performance.now() });
        else if (performance.now() - before.at > patience) {
          log(`a page read nothing for ${patience / 1000} s while output waited for it, and was let go`);
          socket.terminate();
        }
      }
      await delay(5);
    }
  }

  function connect(socket: WebSocket): void {
    const id = randomUUID();
    open.set(id, socket);
    socket.on('close', () => open.delete(id));
    socket.on('error', (error) => log(`a page's connection failed: ${error.message}`));
    socket.on('message', (data, binary) => {
      if (!binary) return log('a page sent text instead of a frame');
      try {
        const { channel, ...message } = decodeFrame(data as Buffer);
        if (channels.includes(channel))
          receive(channel as Channel, { ...message, identities: [Buffer.from(id)] });
      } catch (error) {
        // Whatever a page sends, the kernel goes on.
        log(`a page's frame was ignored: ${error instanceof RangeError ? error.message : inspect(error)}`);
      }
    });
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  // A door alone keeps no process from ending.
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    address: `ws://127.0.0.1:${port}/channels?token=${token}`,
    send(channel, message) {
      const { identities, ...rest } = message;
      const asked = identities?.[0] && open.get(Buffer.from(identities[0]).toString());
      const to = channel === 'iopub' ? [...open.values()] : asked ? [asked] : [];
      if (to.length === 0) return false;
      const frame = encodeFrame({ channel, ...rest });
      for (const socket of to) socket.send(frame);
      return channel !== 'iopub';
    },
    room() {
      if (behind().length > 0) draining ??= drain().finally(() => (draining = undefined));
      return draining;
    },
    async close() {
      for (const socket of open.values()) socket.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Why a page is not let in; nothing where it is. */
function refuse({ headers, url = '' }: IncomingMessage, token: string): string | undefined {
  if (!isLoopback(`http://${headers.host ?? ''}`)) return `it asked for the host "${headers.host ?? ''}"`;
  // Programs other than browsers send no origin; they need the token all the same.
  if (headers.origin !== undefined && !isLoopback(headers.origin)) return `it came from ${headers.origin}`;
  const given = Buffer.from(tokenIn(url) ?? '');
  const wanted = Buffer.from(token);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return 'its token is wrong';
  return undefined;
}

/** What a request gives as its token; its target is any text that a client likes to send, such as `//`. */
function tokenIn(target: string): string | null {
  const query = target.indexOf('?');
  return query < 0 ? null : new URLSearchParams(target.slice(query)).get('token');
}

function isLoopback(address: string): boolean {
  try {
    return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname);
  } catch {
    return false;
  }
}

function deny(socket: Duplex, why: string): void {
  socket.end(`HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Type: text/plain\r\n\r\n${why}\n`);
}
