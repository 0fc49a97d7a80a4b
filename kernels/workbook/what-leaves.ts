import { ServerResponse } from 'node:http';
import { WebSocket } from 'ws';
import type { Aside } from './put-aside.js';

/**
 * Completes pages, and what open pages are told of them, as they leave this process: Framework's preview writes both
 * itself, and offers no place between.
 *
 * @param complete puts what was put aside into a text
 */
export function completeWhatLeaves(complete: (way: keyof Aside, text: string) => string): void {
  const end = ServerResponse.prototype.end as (this: ServerResponse, ...given: unknown[]) => ServerResponse;
  ServerResponse.prototype.end = function (this: ServerResponse, ...[content, ...others]: unknown[]) {
    const isPage =
      typeof content === 'string' && /^text\/html\b/.test(String(this.getHeader('content-type')));
    return end.call(this, isPage ? complete('inHtml', content) : content, ...others);
  };
  const send = WebSocket.prototype.send as (this: WebSocket, ...given: unknown[]) => void;
  WebSocket.prototype.send = function (this: WebSocket, ...[content, ...others]: unknown[]) {
    send.call(this, typeof content === 'string' ? complete('inJson', content) : content, ...others);
  };
}
