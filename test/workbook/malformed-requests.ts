import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** Targets of requests that somebody may send by mistake or on purpose. */
export const malformedTargets = [
  '/%',
  '/%%',
  '/%zz',
  '/%E0%A4%A',
  '/%c0%af',
  '/%ff%fe',
  '/%00',
  '/a%00.js',
  '/_file/%',
  '/_file/%00',
  '/_file/data/%/x.parquet',
  '/_file/data/[paper]/[table].parquet',
  '/_file/../../package.json',
  '/_file/%2e%2e/%2e%2e/package.json',
  '/_import/%ff.js',
  '/_import/%.css',
  '/_import/../../kernels/workbook/front.ts.js',
  '/_node/%',
  '/_npm/%',
  '/_npm/@/_esm.js',
  '/_jsr/%',
  '/_duckdb/%',
  '/_observablehq/%.js',
  '/_observablehq/theme-%.css',
  '/_observablehq/none.js',
  '/_observablehq/none.css',
  '/_litmus/enter?ticket=%',
  '/_litmus/kernel?litmus-kernel-key=%',
  '/?%',
  '/papers/%',
  '/papers/none',
  '//',
  '//evil.example/',
  '///',
  '/\\',
  '/..',
  '/.',
  '/a/./../%2e',
  '*',
  '%',
  'http://evil.example/%',
  'http://[/',
  `/${'a'.repeat(10_000)}`,
  `/_file/data/${'a'.repeat(5000)}`,
  `/${'a/'.repeat(4000)}`,
  `/${'%25'.repeat(2000)}`,
];

/**
 * Longer than a server reads. It answers and hangs up at once, and what it has left unread may take the answer away
 * with it on the way: whoever sends this hears either the refusal or nothing.
 */
export const endlessTarget = `/?${'a'.repeat(200_000)}`;
export const refusedOrLost = /^(HTTP\/1\.1 431 .*)?$/s;

/** Sends bytes to a port of this machine; resolves to what comes back until the other side hangs up. */
export async function sendBytes(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(bytes);
  return text(socket).catch(() => '');
}

/** The bytes of a request for a target, as they stand: nothing is escaped or resolved. */
export function rawRequest(target: string, host: string, headers: Readonly<Record<string, string>> = {}) {
  const given = { Host: host, Connection: 'close', ...headers };
  const lines = Object.entries(given).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${target} HTTP/1.1\r\n${lines.join('')}\r\n`;
}
