import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Failure } from '../engine/failure.js';

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
 * Has Framework's preview serve.
 *
 * @param child its process, which was started before
 * @param prepared resolves when all is in place that it serves
 * @throws {Failure} where it does not start
 */
export async function startFramework(
  child: ChildProcess,
  prepared: Promise<unknown>,
): Promise<FrameworkProcess> {
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
