import { root } from '../engine/root.js';
import { runningKernel } from '../jupyter/daemon/kernel-state.js';
import { defaultName } from '../jupyter/daemon/registry.js';
import { liveKernel } from '../jupyter/live/live-kernel.js';
import { kernelVariable } from './page-frame.js';
import { reloadOnChange } from './reload-on-change.js';
import { framework, prepare } from './workbook.js';

await prepare();
reloadOnChange(root);
const log = (message: string) => process.stderr.write(`litmus: ${message}\n`);
// The kernel that holds the backend, where one runs, else one of the preview's own. Framework, a process of its
// own, puts the address into the head of every page.
const daemon = await runningKernel(defaultName);
const usable = daemon?.state === 'idle' || daemon?.state === 'busy';
process.env[kernelVariable] =
  (usable ? daemon.webSocket : undefined) ?? (await liveKernel({ folder: process.cwd(), log })).address;
const unattended = process.env.CI !== undefined || !process.stdout.isTTY;
// The first free port from 3000 on; what is given after `npm start --` overrides it.
process.exitCode = await framework(
  'preview',
  '--host=127.0.0.1',
  ...(unattended ? ['--no-open'] : []),
  ...process.argv.slice(2),
);
process.exit();
