import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Failure } from '../engine/failure.js';
import { root } from '../engine/root.js';
import { previewVariable } from './page-frame.js';

/**
 * What its process is told: that all is in place that it serves, or which files of loaders are other now, upon which open
 * pages ask for them anew.
 */
export type ToFramework = 'prepared' | { readonly changed: readonly string[] };

/** Framework's preview, as it runs. */
export interface FrameworkProcess {
  /** The socket file on which it answers. */
  readonly socketPath: string;
  /** Resolves when it has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Has open pages ask anew for files of loaders: `data/cs-ib/plane.parquet`. */
  changed(names: readonly string[]): void;
  /** Ends it, and the loaders that it runs. */
  stop(): void;
}

/**
 * Starts Framework's preview, which takes its time to load. It ends with this process.
 *
 * @param prepared resolves when all is in place that it serves
 * @throws {Failure} where it does not start
 */
export async function startFramework(prepared: Promise<unknown>): Promise<FrameworkProcess> {
  const server = fileURLToPath(new URL('framework-entry.js', import.meta.url));
  const child = spawn(process.execPath, [server], {
    cwd: root,
    // The channel closes when this process ends, even by SIGKILL.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // A group of its own, which it can end.
    detached: true,
    env: { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: 'true', [previewVariable]: '1' },
  });
  const ended = once(child, 'exit').then(() => undefined);
  const started = once(child, 'message').then(([message]) => message as string);
  const stop = () => child.connected && child.disconnect();
  const tell = (message: ToFramework) => child.connected && child.send(message);
  await prepared.catch((error: unknown) => {
    stop();
    throw error;
  });
  tell('prepared');
  const socketPath = await Promise.race([started, ended]);
  if (socketPath === undefined)
    throw new Failure('Framework did not start: what it said above is the reason');
  return { socketPath, ended, changed: (names) => tell({ changed: names }), stop };
}
