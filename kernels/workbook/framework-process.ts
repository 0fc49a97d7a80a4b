import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Failure } from '../engine/failure.js';
import { root } from '../engine/root.js';
import { previewVariable } from './page-frame.js';

/** Framework's preview, as it runs. */
export interface FrameworkProcess {
  /** The socket file on which it answers. */
  readonly socketPath: string;
  /** Resolves when it has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends it, and the loaders that it runs. */
  stop(): void;
}

/** Starts Framework's preview. It ends with this process. @throws {Failure} where it does not start. */
export async function startFramework(): Promise<FrameworkProcess> {
  const server = fileURLToPath(new URL('framework-server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', server], {
    cwd: root,
    // The channel closes when this process ends, even by SIGKILL.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // A group of its own, which it can end.
    detached: true,
    env: { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: 'true', [previewVariable]: '1' },
  });
  const ended = once(child, 'exit').then(() => undefined);
  const started = once(child, 'message').then(([message]) => message as string);
  const socketPath = await Promise.race([started, ended]);
  if (socketPath === undefined)
    throw new Failure('Framework did not start: what it said above is the reason');
  return { socketPath, ended, stop: () => child.connected && child.disconnect() };
}
