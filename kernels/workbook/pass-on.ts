import {
  type ClientRequest,
  type IncomingMessage,
  request as httpRequest,
  type RequestOptions,
  type ServerResponse,
} from 'node:http';
import type { Duplex } from 'node:stream';

/** Where a request is passed on to: a socket file, or a port; and a path where it is not the request's own. */
export type Target = Pick<RequestOptions, 'socketPath' | 'host' | 'port' | 'path'>;

/** Asks another server what was asked here, and answers what it answers. */
export function passOn(request: IncomingMessage, response: ServerResponse, target: Target): void {
  const upstream = ask(request, target);
  upstream.on('response', (answer) => {
    response.writeHead(answer.statusCode!, answer.headers);
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  upstream.on('error', (error) => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502).end(`the preview cannot answer: ${error.message}\n`);
  });
  // A reader who has gone needs no answer.
  response.on('close', () => upstream.destroy());
}

/** Connects a WebSocket that was asked for here with one that is opened there. */
export function passOnSocket(request: IncomingMessage, socket: Duplex, head: Buffer, target: Target): void {
  const upstream = ask(request, target);
  upstream.on('upgrade', (answer, peer, peerHead) => {
    const headers = answer.rawHeaders.map((text, index) => (index % 2 === 0 ? `${text}: ` : `${text}\r\n`));
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${headers.join('')}\r\n`);
    socket.write(peerHead);
    peer.write(head);
    socket.pipe(peer).pipe(socket);
    for (const [one, other] of [
      [socket, peer],
      [peer, socket],
    ])
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
  });
  upstream.on('response', ({ statusCode }) => deny(socket, 502, `the other side answers ${statusCode}`));
  upstream.on('error', (error) => deny(socket, 502, error.message));
}

/** Ends what would have become a WebSocket. */
export function deny(socket: Duplex, status: number, why: string): void {
  socket.end(
    `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${why}\n`,
  );
}

/** Neither who asked nor what lets them in concerns the other side: both were looked at here. */
function ask(request: IncomingMessage, target: Target): ClientRequest {
  const headers = { ...request.headers };
  delete headers.cookie;
  delete headers.host;
  delete headers.origin;
  const { method, url: path } = request;
  return httpRequest({ method, path, headers, agent: false, ...target }).end();
}
