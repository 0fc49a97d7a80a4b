import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { preview } from '@observablehq/framework/dist/preview.js';

// Framework's preview as a process of its own, which the workbook's preview starts, talks to by a socket file that
// no other user can open, and takes with it when it ends, however it ends.

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

const socketPath = path.join(folder, 'framework');
await preview({ port: socketPath, verbose: false, open: false });
if (process.connected) process.send!(socketPath);
else {
  await rm(folder, { recursive: true, force: true });
  process.exit();
}
