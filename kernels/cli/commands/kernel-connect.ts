import { Failure } from '../../engine/failure.js';
import { defaultName } from '../../jupyter/daemon/registry.js';
import { readConnection } from '../../jupyter/protocol/connection.js';
import type { CommandContext } from '../context.js';
import { attachCommands } from '../kernel-text.js';
import { needsKernel } from '../needs-kernel.js';

interface ConnectOptions {
  readonly json?: boolean;
  readonly showKey?: boolean;
}

/** `litmus kernel connect`: how to attach to a running kernel. */
export async function connect(
  { terminal }: CommandContext,
  name: string | undefined,
  { json, showKey }: ConnectOptions,
): Promise<number> {
  if (showKey && !json) throw new Failure('--show-key goes with --json', 2);
  const { connectionFile } = await needsKernel(name ?? defaultName);
  if (!json) {
    terminal.out(`connection file: ${connectionFile}\nattach with:\n${attachCommands(connectionFile)}`);
    return 0;
  }
  const { key, ...connection } = await readConnection(connectionFile);
  const shown = showKey ? { ...connection, key } : connection;
  terminal.out(`${JSON.stringify({ connection_file: connectionFile, ...shown }, null, 2)}\n`);
  return 0;
}
