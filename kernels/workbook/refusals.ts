import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** Why a request is not passed on. */
export interface Refusal {
  readonly status: 400 | 403 | 405;
  /** What was wrong and what to do, for whoever asked. */
  readonly reason: string;
}

/**
 * What the preview does not answer: what Framework could not read, and what a page of another site asks for. A name
 * that was made to point here (DNS rebinding) is another site to a browser, and shows itself by the `Host`.
 */
export function refusalOf({ method, url = '', headers }: IncomingMessage): Refusal | undefined {
  if (method !== 'GET' && method !== 'HEAD')
    return { status: 405, reason: `the preview answers GET and HEAD, not ${method}` };
  if (!isReadable(url)) return { status: 400, reason: 'this address is malformed' };
  if (!isLoopback(headers.host))
    return {
      status: 403,
      reason: `the preview does not answer to the name "${headers.host ?? ''}": ask for 127.0.0.1 or localhost`,
    };
  // Opening a page from another site is fine; using its pictures, scripts and data is not.
  if (headers['sec-fetch-site'] === 'cross-site' && headers['sec-fetch-mode'] !== 'navigate')
    return { status: 403, reason: 'the page of another site asked for this' };
  return undefined;
}

/** As {@link refusalOf}, for a WebSocket: browsers let any page open one anywhere, and say whose page it is. */
export function socketRefusalOf(request: IncomingMessage): Refusal | undefined {
  const refusal = refusalOf(request);
  if (refusal) return refusal;
  const { origin, host } = request.headers;
  // A program other than a browser names no origin, and is not led here by anybody's page.
  if (origin !== undefined && origin !== `http://${host}`)
    return { status: 403, reason: `the page that asked is of ${origin}, not of this preview` };
  return undefined;
}

/** Whether Framework can take the address apart: it ends with an error where it cannot. */
function isReadable(url: string): boolean {
  try {
    const base = 'http://localhost';
    const { origin, pathname } = new URL(url, base);
    return url.startsWith('/') && origin === base && !decodeURIComponent(pathname).includes('\0');
  } catch {
    return false;
  }
}

function isLoopback(host: IncomingHttpHeaders['host']): boolean {
  try {
    return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(`http://${host}`).hostname);
  } catch {
    return false;
  }
}
