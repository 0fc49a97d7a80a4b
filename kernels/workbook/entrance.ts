import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { kernelKey } from '../../src/lib/jupyter/offered.js';

/** The path that exchanges a one-time secret for the right to use the kernel. */
export const entrancePath = '/_litmus/enter';

/** Decides which browsers may use the preview's kernel. */
export interface Entrance {
  /** Path and query that let one browser in, and then no other. */
  ticket(): string;
  /** Answers a request for {@link entrancePath}. */
  enter(request: IncomingMessage, response: ServerResponse): void;
  /** Whether a request comes from a browser that was let in. */
  admits(request: IncomingMessage): boolean;
}

/**
 * Whoever holds the ticket, which only the terminal shows, gets a cookie and a key; the kernel wants both. The cookie
 * is out of reach of scripts, but browsers send it to every port of this machine, so whoever serves another port could
 * read it there. The key lies in the storage of the pages of this port alone. Neither stands in any page.
 *
 * @param port where the preview listens, since all previews of a machine share its cookies
 * @param onEntered called when a ticket has been used, and another is valid
 */
export function createEntrance(port: number, onEntered: () => void): Entrance {
  const cookieName = `litmus-${port}`;
  const [cookie, key] = [secret(), secret()];
  let ticket = secret();

  const hasCookie = (request: IncomingMessage) =>
    isSame(cookie, cookieOf(request.headers.cookie ?? '', cookieName));

  return {
    ticket: () => `${entrancePath}?ticket=${ticket}`,
    enter(request, response) {
      if (isSame(ticket, parameter(request, 'ticket')) && request.method === 'GET') {
        ticket = secret();
        response.setHeader('Set-Cookie', `${cookieName}=${cookie}; Path=/; HttpOnly; SameSite=Strict`);
        answer(response, 200, keepKey(key));
        onEntered();
      } else if (hasCookie(request)) {
        response.writeHead(302, { Location: '/' }).end();
      } else {
        answer(response, 403, used);
      }
    },
    admits: (request) => hasCookie(request) && isSame(key, parameter(request, kernelKey)),
  };
}

const secret = () => randomBytes(32).toString('base64url');

/** Compares in a time that says nothing about where the two differ. */
function isSame(wanted: string, given: string): boolean {
  const [a, b] = [Buffer.from(wanted), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function parameter({ url = '' }: IncomingMessage, name: string): string {
  return new URL(url, 'http://localhost').searchParams.get(name) ?? '';
}

function cookieOf(header: string, name: string): string {
  const pair = header.split('; ').find((one) => one.startsWith(`${name}=`));
  return pair?.slice(name.length + 1) ?? '';
}

function answer(response: ServerResponse, status: number, body: string): void {
  response
    .writeHead(status, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    })
    .end(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Litmus</title>${body}</html>\n`);
}

/** Goes on to the workbook by a script, since a cookie of this strictness is not sent along with a redirection. */
const keepKey = (key: string) =>
  `<script>localStorage.setItem("${kernelKey}","${key}");location.replace("/")</script>` +
  `<p><a href="/">Go on to the workbook</a>`;

const used =
  '<p>This address has let a browser in already, or it belongs to another preview. The terminal in which ' +
  '<code>npm start</code> runs has printed one that is still good. <a href="/">The workbook</a> can be read without it.';
