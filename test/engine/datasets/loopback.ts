import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { onTestFinished } from 'vitest';
import type { Dataset } from '../../../src/lib/datasets/dataset.js';
import { findDataset } from '../../../src/lib/datasets/registry.js';
import { float64, int32 } from '../../../src/lib/experiment/column.js';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface Loopback {
  readonly url: string;
  /** The `range` header of each request, in order. */
  readonly ranges: (string | undefined)[];
}

/** Serves on 127.0.0.1: the first request gets the first answer, and so on; the last answer serves the rest. */
export async function loopback(...answers: Answer[]): Promise<Loopback> {
  const ranges: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    ranges.push(request.headers.range);
    answers[Math.min(ranges.length, answers.length) - 1](request, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(
    () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  );
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/archive`, ranges };
}

/** A folder with nothing in it, removed after the test. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'litmus-datasets-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The names of what a folder holds. */
export const contents = async (folder: string) => (await readdir(folder)).sort();

/** A data set of 20,000 rows, its text, and the zip archive it is published in. */
export function madeUp(): { dataset: Dataset; csv: string; archive: Buffer } {
  // Numbers that do not compress, so that the archive travels in many pieces.
  const number = (i: number) => createHash('sha256').update(String(i)).digest().readUInt32LE();
  const rows = Array.from({ length: 20_000 }, (_, i) => `${i},${number(i)},${number(-i)}`);
  const csv = ['id,size,weight', ...rows, ''].join('\n');
  const archive = Buffer.from(
    zipSync({ 'readme.txt': strToU8('made up'), 'inner/table.csv': strToU8(csv.replaceAll('\n', '\r\n')) }),
  );
  const dataset: Dataset = {
    ...findDataset('bike-sharing'),
    name: 'made-up',
    source: { url: 'http://127.0.0.1/', format: 'zip', entry: 'table.csv' },
    file: 'made-up.csv',
    bytes: csv.length,
    sha256: createHash('sha256').update(csv).digest('hex'),
    rows: 20_000,
    columns: {
      id: int32('number of the row'),
      size: float64('size'),
      weight: float64('weight'),
    },
  };
  return { dataset, csv, archive };
}

export const from = (dataset: Dataset, url: string): Dataset => ({
  ...dataset,
  source: { ...dataset.source, url },
});

/** Sends all of it, with its length. */
export const whole =
  (body: Uint8Array, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(200, { 'content-length': body.length, ...headers }).end(body);
  };

/** Claims `length` bytes, sends `body`, and hangs up. */
export const cut =
  (body: Uint8Array, length: number, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(200, { 'content-length': length, ...headers });
    // A client that sees the end drops what it has not read yet: it is given time, also on a busy machine.
    response.write(body, () => setTimeout(() => response.destroy(), 300));
  };

/** Sends `body` and then nothing, with the connection left open. */
export const stall =
  (body: Uint8Array, length: number, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(200, { 'content-length': length, ...headers }).write(body);
  };

/** Answers a range request whose `If-Range` fits the tag as RFC 9110 asks, and any other with all of it. */
export const ranged =
  (body: Uint8Array, etag: string): Answer =>
  (request, response) => {
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? NaN);
    if (Number.isNaN(start) || request.headers['if-range'] !== etag) {
      whole(body, { etag })(request, response);
    } else if (start >= body.length) {
      response.writeHead(416, { 'content-range': `bytes */${body.length}` }).end();
    } else {
      const rest = body.subarray(start);
      const range = `bytes ${start}-${body.length - 1}/${body.length}`;
      response.writeHead(206, { 'content-length': rest.length, 'content-range': range, etag }).end(rest);
    }
  };

export const status =
  (code: number): Answer =>
  (_, response) => {
    response.writeHead(code).end('an error page');
  };
