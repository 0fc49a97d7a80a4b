import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Set in the process of Framework's preview, where a page is made for the preview and not for the built site. */
export const previewVariable = 'LITMUS_PREVIEW';

/** Starts the process of Framework's preview, which takes its time to load. It ends with this one. */
export function spawnFramework(): ChildProcess {
  return spawn(process.execPath, [fileURLToPath(new URL('framework-entry.js', import.meta.url))], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    // The channel closes when this process ends, even by SIGKILL.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // A group of its own, which it can end.
    detached: true,
    env: { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: 'true', [previewVariable]: '1' },
  });
}
