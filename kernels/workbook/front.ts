import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Admission } from '../../src/lib/jupyter/offered.js';
import { Failure } from '../engine/failure.js';
import { createEntrance, entrancePath } from './entrance.js';
import { kernelPath } from './page-frame.js';
import { deny, passOn, passOnSocket } from './pass-on.js';
import { refusalOf, socketRefusalOf } from './refusals.js';

/** Framework's own socket, by which a page learns that it has changed. */
const changesPath = '/_observablehq';

/** The first port that is tried where none is given, and how many are. */
const firstPort = 3000;
const ports = 100;

export interface FrontOptions {
  /** The first free one from 3000 on where omitted. */
  readonly port?: number;
  /** The socket file on which Framework answers, once it does: until then, readers wait. */
  readonly socketPath: Promise<string>;
  /** Called with the path of a request that Framework is about to answer. */
  beforehand?(pathname: string): Promise<void>;
  /** Where a kernel listens, `ws://…` with its token; asked anew for each connection. */
  kernel(): Promise<string>;
  log(message: string): void;
  /** Told the address that lets the next browser in, when one has been let in by the one before. */
  onEntered(address: string): void;
}

export interface Front {
  /** `http://127.0.0.1:3000/` */
  readonly address: string;
  /** An address that lets one browser use the kernel. */
  ticket(): string;
  close(): void;
}

/**
 * What listens for browsers, on loopback, before Framework's server: everybody on this machine may read the pages,
 * a browser that was let in may use the kernel, and nobody can send what Framework would end by.
 *
 * @throws {Failure} where the port cannot be had
 */
export async function openFront(options: FrontOptions): Promise<Front> {
  const { beforehand, kernel, log, onEntered } = options;
  const framework = options.socketPath.then((socketPath) => ({ socketPath }));
  // Whoever starts Framework hears of it where that fails, and closes this.
  framework.catch(() => undefined);
  const server = createServer();
  const port = await listen(server, options.port);
  const address = `http://127.0.0.1:${port}/`;
  const ticket = () => new URL(entrance.ticket(), address).href;
  const entrance = createEntrance(port, () => onEntered(ticket()));

  server.on('request', (request, response) => {
    const refusal = refusalOf(request);
    if (refusal)
      return void response
        .writeHead(refusal.status, { 'Content-Type': 'text/plain; charset=utf-8' })
        .end(`${refusal.reason}\n`);
    switch (pathOf(request.url)) {
      case entrancePath:
        return entrance.enter(request, response);
      case kernelPath: {
        const admission: Admission = { admitted: entrance.admits(request) };
        response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
        return void response.end(JSON.stringify(admission));
      }
      default:
        return void framework
          .then(async (target) => {
            await beforehand?.(pathOf(request.url));
            passOn(request, response, target);
          })
          .catch((error: Error) =>
            response.writeHead(502).end(`the preview cannot answer: ${error.message}\n`),
          );
    }
  });

  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const path = pathOf(request.url);
    const refusal =
      socketRefusalOf(request) ??
      (path === kernelPath && !entrance.admits(request)
        ? { status: 403, reason: 'this browser was not let in to the kernel' }
        : undefined);
    if (refusal) {
      log(`a connection was refused: ${refusal.reason}`);
      return deny(socket, refusal.status, refusal.reason);
    }
    if (path === changesPath)
      return void framework.then((target) => passOnSocket(request, socket, head, target));
    if (path !== kernelPath) return deny(socket, 404, 'no WebSocket is spoken here');
    kernel().then(
      (at) => {
        const { hostname: host, port: door, pathname, search } = new URL(at);
        passOnSocket(request, socket, head, { host, port: door, path: pathname + search });
      },
      (error: Error) => deny(socket, 502, `the kernel does not start: ${error.message}`),
    );
  });

  return {
    address,
    ticket,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const pathOf = (url = '') => url.replace(/\?.*/s, '');

async function listen(server: Server, given: number | undefined): Promise<number> {
  const candidates = given === undefined ? Array.from({ length: ports }, (_, i) => firstPort + i) : [given];
  for (const port of candidates) {
    try {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'EADDRINUSE' && given === undefined) continue;
      throw new Failure(
        code === 'EADDRINUSE'
          ? `port ${port} is taken by another program: name another one (npm start -- --port=${port + 1}), or ` +
              `none, for the first that is free from ${firstPort} on`
          : `port ${port} cannot be opened: ${message}; name another one (npm start -- --port=4000)`,
        2,
      );
    }
  }
  throw new Failure(
    `the ports from ${firstPort} to ${firstPort + ports - 1} are all taken: name another one (npm start -- --port=4000)`,
    2,
  );
}
