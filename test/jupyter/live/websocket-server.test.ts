import { once } from 'node:events';
import { connect as connectSocket } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type KernelDoor, openDoor } from '../../../kernels/jupyter/live/websocket-server.js';
import { createMessage, type Message } from '../../../kernels/jupyter/protocol/message.js';
import { decodeFrame, encodeFrame, kernelSubprotocol } from '../../../src/lib/jupyter/websocket-frames.js';

let door: KernelDoor;
const received: Message[] = [];
const logged: string[] = [];

beforeAll(async () => {
  door = await openDoor({
    receive(channel, message) {
      received.push(message);
      if (message.content.fail) throw new Error('this kernel fails');
      // Answers as a kernel would: to the one that asked, and to all.
      const { identities, header: parent } = message;
      door.send(channel, createMessage('a_reply', { channel }, { session: 's', parent, identities }));
      door.send('iopub', createMessage('status', {}, { session: 's', parent }));
    },
    log: (message) => logged.push(message),
  });
});
afterAll(() => door.close());

const request = (content: Record<string, unknown> = {}) =>
  createMessage('a_request', content, { session: 'page' });

interface Trial {
  readonly address?: string;
  readonly headers?: Record<string, string>;
  readonly protocol?: string;
}

function connect({ address = door.address, headers, protocol = kernelSubprotocol }: Trial = {}) {
  return new WebSocket(address, protocol, { headers });
}

/** The status with which a connection is refused, or `open`. */
async function outcome(trial: Trial): Promise<number | 'open'> {
  const socket = connect(trial);
  const refused = once(socket, 'unexpected-response').then(
    ([, response]: { statusCode: number }[]) => response.statusCode,
  );
  const opened = once(socket, 'open').then(() => 'open' as const);
  const result = await Promise.race([refused, opened]);
  opened.catch(() => undefined);
  socket.on('error', () => undefined);
  socket.terminate();
  return result;
}

describe('the door for pages', () => {
  it('listens on loopback alone', () => {
    expect(new URL(door.address).hostname).toBe('127.0.0.1');
  });

  it.each([
    ['a page of this machine', { headers: { origin: 'http://127.0.0.1:3000' } }, 'open'],
    ['a page of localhost', { headers: { origin: 'http://localhost:3001' } }, 'open'],
    ['a program, which has no origin', {}, 'open'],
    ['another site that the reader has open', { headers: { origin: 'https://example.org' } }, 403],
    ['a site that begins like this machine', { headers: { origin: 'http://localhost.example.org' } }, 403],
    ['a page without an address, such as a sandboxed frame', { headers: { origin: 'null' } }, 403],
    ['a name that was rebound to this machine', { headers: { host: 'example.org' } }, 403],
  ] as const)('treats %s rightly', async (_, trial, expected) => {
    expect(await outcome(trial)).toBe(expected);
  });

  it('lets nobody in without its token', async () => {
    const { origin, pathname } = new URL(door.address.replace('ws:', 'http:'));
    const bare = `${origin.replace('http:', 'ws:')}${pathname}`;
    expect(await outcome({ address: bare })).toBe(403);
    expect(await outcome({ address: `${bare}?token=${'0'.repeat(36)}` })).toBe(403);
    expect(logged.at(-1)).toMatch(/token is wrong/);
  });

  it('answers the page that asked, and tells all what is published', async () => {
    const [one, two] = [connect(), connect()];
    await Promise.all([once(one, 'open'), once(two, 'open')]);
    const types = new Map([one, two].map((socket) => [socket, [] as string[]]));
    for (const [socket, seen] of types)
      socket.on('message', (data: Buffer) => {
        const { channel, header } = decodeFrame(data);
        seen.push(`${channel} ${header.msg_type}`);
      });
    one.send(encodeFrame({ channel: 'shell', ...request({ emoji: '🧪' }) }));
    await expect.poll(() => types.get(two)).toEqual(['iopub status']);
    await expect.poll(() => types.get(one)).toEqual(['shell a_reply', 'iopub status']);
    expect(received.at(-1)!.content).toEqual({ emoji: '🧪' });
    one.terminate();
    two.terminate();
  });

  it('ignores what is no frame, and goes on', async () => {
    const socket = connect();
    await once(socket, 'open');
    const before = received.length;
    socket.send('text');
    socket.send(Buffer.from([1, 2, 3]));
    socket.send(encodeFrame({ channel: 'iopub', ...request() }));
    socket.send(encodeFrame({ channel: 'control', ...request() }));
    await expect.poll(() => received.length).toBe(before + 1);
    expect(logged.join('\n')).toMatch(/text instead of a frame[\s\S]*frame was ignored/);
    socket.terminate();
  });
});

/** Sends a request as it stands; resolves to the status line of the answer, or to nothing where there is none. */
function knock(head: string, { reset = false } = {}): Promise<string> {
  return new Promise((resolve) => {
    const socket = connectSocket(Number(new URL(door.address).port), '127.0.0.1', () => {
      socket.write(head, 'latin1', () => {
        if (reset) socket.resetAndDestroy();
      });
    });
    let answer = '';
    socket.on('data', (bytes) => {
      answer += bytes.toString('latin1');
      socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer.split('\r\n')[0]));
  });
}

const upgrade = (target: string, headers: readonly string[] = ['Host: 127.0.0.1']) =>
  [
    `GET ${target} HTTP/1.1`,
    ...headers,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    '',
    '',
  ].join('\r\n');

// A request that ends the process ends this test file's worker, whose listeners these are.
describe('whoever knocks at the door', () => {
  it.each(['//', '/', '*', 'http://', '/%', '?token', '//?token=%ff', '/channels?token=x&token=y', '\\'])(
    'is refused without the token, asking for %s',
    async (target) => {
      expect(await knock(upgrade(target))).toMatch(/^HTTP\/1\.1 40[03] /);
    },
  );

  it('is refused, whatever the request', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'/?#:@[]%\\.=&a0é') });
    const header = fc.tuple(fc.constantFrom('Host', 'Origin', 'Sec-WebSocket-Protocol', 'Expect'), text);
    await fc.assert(
      fc.asyncProperty(text, fc.array(header, { maxLength: 3 }), async (target, headers) => {
        const lines = headers.map(([name, value]) => `${name}: ${value}`);
        expect(await knock(upgrade(`/${target}`, ['Host: localhost', ...lines]))).not.toMatch(/ 101 /);
      }),
      { numRuns: 200 },
    );
  });

  it('may be gone before the answer', async () => {
    for (let i = 0; i < 50; i++) await knock(upgrade('/'), { reset: true });
    expect(await outcome({})).toBe('open');
  });

  it('may send frames that a kernel fails on', async () => {
    const socket = connect();
    await once(socket, 'open');
    socket.send(encodeFrame({ channel: 'shell', ...request({ fail: true }) }));
    await expect.poll(() => logged.join('\n')).toContain('this kernel fails');
    socket.terminate();
  });
});
