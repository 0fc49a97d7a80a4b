import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { claimSchema } from '../../src/lib/claims/claim-columns.js';
import { decodeTable } from '../../src/lib/experiment/rows.js';
import { type Copy, copyOfProduct } from '../scaffold/copy.js';
import { type RunningPreview, startPreview } from './running-preview.js';

let copy: Copy;
let preview: RunningPreview;

beforeAll(async () => {
  copy = await copyOfProduct();
  preview = await startPreview(['--port=0'], copy.folder);
}, 300_000);
afterAll(async () => {
  await preview?.end();
  await copy?.remove();
});

/** What Framework tells a page that is open. */
interface Message {
  readonly type: string;
  readonly html?: unknown;
  readonly files?: { readonly added: readonly { readonly name: string; readonly path: string }[] };
}

/** Opens a page as a browser does; its messages gather in the array. */
async function openPage(name: string): Promise<{ messages: Message[]; close(): void }> {
  const html = await vi.waitFor(
    async () => {
      const text = await (await fetch(new URL(name, preview.address))).text();
      // A reader is not kept waiting for what a page is filled with.
      expect(text).not.toContain('Being computed');
      return text;
    },
    { timeout: 120_000, interval: 500 },
  );
  const files = Array.from(html.matchAll(/"path":"([^"]*\/_file\/data\/[^"]+)"/g), ([, file]) => file);
  for (const file of new Set(files)) await fetch(new URL(file, new URL(name, preview.address)));
  const [, hash] = /hash: "(\w+)"/.exec(html)!;
  const socket = new WebSocket(new URL('/_observablehq', preview.address));
  const messages: Message[] = [];
  socket.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString()) as Message));
  socket.on('open', () => socket.send(JSON.stringify({ type: 'hello', path: name, hash })));
  await vi.waitFor(() => expect(messages).toMatchObject([{ type: 'welcome' }]), 60_000);
  return { messages, close: () => socket.close() };
}

async function edit(file: string, from: string, to: string): Promise<void> {
  const place = path.join(copy.folder, file);
  const text = await readFile(place, 'utf8');
  expect(text).toContain(from);
  await writeFile(place, text.replace(from, to));
}

it('tells a page of the files that an edit has changed, and of no other', async () => {
  const page = await openPage('/claims');
  const statement = 'Repulsion does not hang on one choice of weights';
  await edit('data-loaders/gain-control/claims-checks.ts', statement, `Edited: ${statement}`);
  const added = () => page.messages.flatMap(({ files }) => files?.added ?? []);
  // The rows themselves, and where the words of the claims are searched; told together or one by one.
  const made = ['./data/shelf/claims.parquet', './data/shelf/search.json'];
  await vi.waitFor(
    () =>
      expect(
        added()
          .map(({ name }) => name)
          .sort(),
      ).toEqual(made),
    { timeout: 120_000, interval: 200 },
  );
  const { path: address } = added().find(({ name }) => name === made[0])!;
  const file = await fetch(new URL(address, new URL('/claims', preview.address)));
  const { rows } = await decodeTable(await file.arrayBuffer(), claimSchema, 'claims.parquet');
  expect(rows.map((row) => row.statement).join()).toContain(`Edited: ${statement}`);
  page.close();
}, 300_000);

it('tells a page what an edit of its text has changed, with formulas whole, and no part that is as it was', async () => {
  const page = await openPage('/papers/gain-control');
  const heading = '## In plain words\n';
  await edit('src/papers/gain-control.md', heading, `${heading}\nA sentence with $x^2$ in it.\n`);
  const told = () =>
    JSON.stringify(page.messages.filter(({ type }) => type === 'update').map(({ html }) => html));
  await vi.waitFor(() => expect(told()).toContain('A sentence with'), { timeout: 60_000, interval: 100 });
  expect(told()).toContain('katex');
  for (const other of ['data-aside', 'claim-statement']) expect(told()).not.toContain(other);
  const html = await (await fetch(new URL('/papers/gain-control', preview.address))).text();
  for (const own of ['A sentence with', 'katex', 'claim-statement']) expect(html).toContain(own);
  expect(html).not.toContain('data-aside');
  page.close();
}, 300_000);
