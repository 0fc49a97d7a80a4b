import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { FrameworkConfig } from '@observablehq/framework/dist/config.js';
import { preview } from '@observablehq/framework/dist/preview.js';
import type { ToFramework } from './framework-process.js';
import { watchFiles } from './page-files/framework-files.js';
import { type Aside, putAside } from './put-aside.js';
import { completeWhatLeaves } from './what-leaves.js';

// Framework's preview as a process of its own, which the workbook's preview starts, talks to by a socket file that
// no other user can open, and takes with it when it ends, however it ends.

// Who started it may have ended while Framework was loaded.
if (!process.connected) process.exit();

const folder = await mkdtemp(path.join(os.tmpdir(), 'litmus-preview-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

let ending = false;
const end = () => {
  if (ending) return;
  ending = true;
  // Loaders that are at work are in the group of this process, and end as well.
  process.kill(-process.pid, 'SIGTERM');
  process.exit();
};
process.on('SIGTERM', end).on('disconnect', end);

// What Framework does not catch concerns one request or one page: the others are served on.
process.on('unhandledRejection', (error) => {
  process.stderr.write(
    `litmus: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
});

const files = watchFiles(path.join(folder, 'versions'));
const prepared = new Promise<void>((resolve) =>
  process.on('message', (message: ToFramework) => {
    if (message === 'prepared') resolve();
    else files.changed(message.changed);
  }),
);
await prepared;

const socketPath = path.join(folder, 'framework');
const server = await preview({ port: socketPath, verbose: false, open: false });
const readConfig = server._readConfig.bind(server);
/** What pages were made without, to be put back as they leave. */
const asides: Aside[] = [];
const back = (way: keyof Aside, text: string) => asides.reduce((made, aside) => aside[way](made), text);
completeWhatLeaves(back);
const wrapped = new WeakMap<FrameworkConfig, FrameworkConfig>();
server._readConfig = async () => {
  const config = await readConfig();
  const known = wrapped.get(config);
  if (known) return known;
  const aside = putAside(config.md);
  asides.push(aside);
  const own = { ...config, loaders: files.wrap(config.loaders) };
  wrapped.set(config, own);
  return own;
};
if (process.connected) process.send!(socketPath);
else {
  await rm(folder, { recursive: true, force: true });
  process.exit();
}
