import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { Failure } from '../../kernels/engine/failure.js';
import { type Front, openFront } from '../../kernels/workbook/front.js';
import { connectKernel } from '../../src/components/kernel-connection.js';
import { kernelKey } from '../../src/lib/jupyter/offered.js';
import { type FakeKernel, fakeKernel } from '../components/fake-kernel.js';
import {
  endlessTarget,
  malformedTargets,
  rawRequest,
  refusedOrLost,
  sendBytes,
} from './malformed-requests.js';

let folder: string;
let framework: Server;
let asked: IncomingMessage[];
let kernel: FakeKernel;
let front: Front;
let entered: string[];
let logged: string[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'litmus-front-'));
  const socketPath = path.join(folder, 'framework');
  asked = [];
  framework = createServer((request, response) => {
    asked.push(request);
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<p>${request.url}</p>`);
  });
  const changes = new WebSocketServer({ server: framework });
  changes.on('connection', (socket) => socket.on('message', (data) => socket.send(`heard ${String(data)}`)));
  framework.listen(socketPath);
  await once(framework, 'listening');
  kernel = await fakeKernel();
  entered = [];
  logged = [];
  front = await openFront({
    port: 0,
    socketPath: Promise.resolve(socketPath),
    beforehand: (pathname) =>
      pathname === '/fails' ? Promise.reject(new Error('no such luck')) : Promise.resolve(),
    kernel: () => Promise.resolve(`${kernel.address}?token=of-the-door`),
    log: (message) => logged.push(message),
    onEntered: (address) => entered.push(address),
  });
});

afterEach(async () => {
  front.close();
  framework.closeAllConnections();
  framework.close();
  await kernel.close();
  await rm(folder, { recursive: true, force: true });
});

const port = () => Number(new URL(front.address).port);
const ask = (address: string, headers: Record<string, string> = {}) =>
  fetch(new URL(address, front.address), { headers, redirect: 'manual' });

/** Does what a browser does at the one-time address. */
async function comeIn(ticket = front.ticket()): Promise<{ cookie: string; key: string; set: string }> {
  const response = await ask(ticket);
  expect(response.status).toBe(200);
  const set = response.headers.get('set-cookie')!;
  const [, key] = /setItem\("litmus-kernel-key","([\w-]+)"\)/.exec(await response.text())!;
  return { cookie: set.replace(/;.*/, ''), key, set };
}

/** Opens a WebSocket; resolves to it, or to the status by which it is refused. */
function openSocket(where: string, headers: Record<string, string> = {}, protocols: string[] = []) {
  const address = new URL(where, front.address).href.replace(/^http/, 'ws');
  const socket = new WebSocket(address, protocols, { headers });
  return new Promise<WebSocket | number>((resolve, reject) => {
    socket.on('open', () => resolve(socket));
    socket.on('unexpected-response', (_, { statusCode }) => resolve(statusCode!));
    socket.on('error', reject);
  });
}
const protocol = ['v1.kernel.websocket.jupyter.org'];
const door = (key = '') => `/_litmus/kernel?${kernelKey}=${key}`;

describe('what lets a browser in', () => {
  it('works once, by a cookie that scripts cannot read and other sites cannot send', async () => {
    const ticket = front.ticket();
    const { set } = await comeIn(ticket);
    expect(set).toMatch(new RegExp(`^litmus-${port()}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`));
    const again = await ask(ticket);
    expect(again.status).toBe(403);
    expect(again.headers.get('set-cookie')).toBeNull();
    expect(await again.text()).toMatch(/has let a browser in already.*npm start/);
    expect((await ask('/_litmus/enter')).status).toBe(403);
  });

  it('can be had again, for another browser', async () => {
    await comeIn();
    expect(entered).toEqual([front.ticket()]);
    await comeIn(entered[0]);
    expect(entered).toHaveLength(2);
  });

  it('is not used up by what only looks at the address', async () => {
    const ticket = front.ticket();
    await fetch(ticket, { method: 'HEAD' });
    await comeIn(ticket);
  });

  it('takes who is in already to the workbook', async () => {
    const ticket = front.ticket();
    const { cookie } = await comeIn(ticket);
    const again = await ask(ticket, { cookie });
    expect([again.status, again.headers.get('location')]).toEqual([302, '/']);
  });

  it('is both the cookie and the key: other ports see the one, scripts the other', async () => {
    const { cookie, key } = await comeIn();
    const admission = async (headers: Record<string, string>, given: string) =>
      ((await (await ask(door(given), headers)).json()) as { admitted: boolean }).admitted;
    expect(await admission({ cookie }, key)).toBe(true);
    expect(await admission({ cookie: `other=1; ${cookie}` }, key)).toBe(true);
    expect(await admission({}, key)).toBe(false);
    expect(await admission({ cookie }, '')).toBe(false);
    expect(await admission({ cookie }, key.slice(1))).toBe(false);
    expect(await admission({ cookie: cookie.replace(/=.*/, '=') }, key)).toBe(false);
    expect(await openSocket(door(), { cookie }, protocol)).toBe(403);
    expect(await openSocket(door(key), {}, protocol)).toBe(403);
    expect(kernel.requests).toEqual([]);
  });
});

describe('the kernel', () => {
  it('is reached by a browser that was let in, and is told neither cookie nor key', async () => {
    const { cookie, key } = await comeIn();
    const origin = front.address.slice(0, -1);
    const client = await connectKernel(
      new URL(door(key), front.address).href.replace(/^http/, 'ws'),
      (address, name) => new WebSocket(address, name, { headers: { cookie, origin } }) as never,
    );
    expect(client.device).toBe('a test bench');
    client.close();
  });

  it('is kept from a page of another port or site, even in a browser that was let in', async () => {
    const { cookie, key } = await comeIn();
    for (const origin of ['http://127.0.0.1:1', 'http://evil.example', 'null', `https://127.0.0.1:${port()}`])
      expect(await openSocket(door(key), { cookie, origin }, protocol), origin).toBe(403);
    expect(logged.at(-1)).toMatch(/refused: the page that asked is of https/);
  });
});

describe('pages', () => {
  it('are passed on to everybody, without what lets a browser in', async () => {
    const { cookie } = await comeIn();
    const page = await ask('/papers/cs-ib?a=1', { cookie });
    expect([page.status, await page.text()]).toEqual([200, '<p>/papers/cs-ib?a=1</p>']);
    expect(asked[0].headers.cookie).toBeUndefined();
    expect((await ask('/')).status).toBe(200);
  });

  it.each(['evil.example', 'evil.example:3000', '127.0.0.1.evil.example', '192.168.0.1', ''])(
    'are not given to the name "%s", which may have been made to point here',
    async (host) => {
      expect(await sendBytes(port(), rawRequest('/', host))).toMatch(/^HTTP\/1\.1 40[03] /);
      const upgrade = { Connection: 'Upgrade', Upgrade: 'websocket' };
      expect(await sendBytes(port(), rawRequest('/_observablehq', host, upgrade))).toMatch(
        /^HTTP\/1\.1 40[03] /,
      );
      expect(asked).toEqual([]);
    },
  );

  it('may be opened from another site, whose pages may not use what is here', async () => {
    const from = (mode: string) => ({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': mode });
    const send = (headers: Record<string, string>) =>
      sendBytes(port(), rawRequest('/', `localhost:${port()}`, headers));
    expect(await send(from('navigate'))).toMatch(/^HTTP\/1\.1 200 /);
    expect(await send(from('no-cors'))).toMatch(/^HTTP\/1\.1 403 /);
  });

  it('hear of changes by a WebSocket, those of other sites and ports do not', async () => {
    const own = { origin: front.address.slice(0, -1) };
    const socket = (await openSocket('/_observablehq', own)) as WebSocket;
    socket.send('hello');
    const [data] = (await once(socket, 'message')) as [Buffer];
    expect(String(data)).toBe('heard hello');
    socket.close();
    await once(socket, 'close');
    for (const origin of ['http://evil.example', `http://127.0.0.1:${port() - 1}`])
      expect(await openSocket('/_observablehq', { origin })).toBe(403);
    expect(await openSocket('/elsewhere')).toBe(404);
  });

  it('are asked of Framework in no way that it cannot read', async () => {
    const host = `127.0.0.1:${port()}`;
    for (const target of malformedTargets)
      expect(await sendBytes(port(), rawRequest(target, host)), target).toMatch(/^HTTP\/1\.1 [2-4]\d\d /);
    expect(await sendBytes(port(), rawRequest(endlessTarget, host))).toMatch(refusedOrLost);
    for (const { url } of asked)
      expect(() => decodeURI(new URL(url!, 'http://localhost').pathname)).not.toThrow();
    expect((await fetch(front.address, { method: 'POST' })).status).toBe(405);
  });

  it('say so where Framework does not answer, or what comes before fails', async () => {
    const failed = await ask('/fails');
    expect([failed.status, await failed.text()]).toEqual([502, expect.stringMatching(/no such luck/)]);
    framework.closeAllConnections();
    framework.close();
    const page = await ask('/');
    expect([page.status, await page.text()]).toEqual([
      502,
      expect.stringMatching(/the preview cannot answer/),
    ]);
  });
});

it('says that a port is taken, and finds a free one where none is given', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const taken = (other.address() as AddressInfo).port;
  const options = {
    socketPath: Promise.resolve(''),
    kernel: () => Promise.resolve(''),
    log: () => {},
    onEntered: () => {},
  };
  await expect(openFront({ ...options, port: taken })).rejects.toThrow(
    new Failure(
      `port ${taken} is taken by another program: name another one (npm start -- --port=${taken + 1}), or none, ` +
        'for the first that is free from 3000 on',
      2,
    ),
  );
  other.close();
  const [one, two] = [await openFront(options), await openFront(options)];
  expect(one.address).toMatch(/^http:\/\/127\.0\.0\.1:3\d{3}\/$/);
  expect(two.address).not.toBe(one.address);
  one.close();
  two.close();
});
