import { spawn } from 'node:child_process';
import { access, constants, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { exists } from '../../engine/exists.js';
import { Failure } from '../../engine/failure.js';
import type { KernelClient } from '../client/kernel-client.js';
import { endProcess } from '../daemon/process.js';
import { codeFile, findBundles, places } from '../prepared/bundles.js';
import {
  type ConnectionInfo,
  freshConnection,
  readConnection,
  writeConnection,
} from '../protocol/connection.js';

/** Milliseconds that a kernel gets for all that is asked of it here; a machine may be busy. */
const patience = 120_000;

/** Milliseconds that V8 gets to write down what it has compiled: a kernel without it starts all the same. */
const patienceWithCode = 20_000;

export interface ProveEffects {
  readonly signal: AbortSignal;
  /** Something that the user may want to change. */
  warn(message: string): void;
}

/**
 * Starts a kernel as Jupyter would, lets it import, compute and complete, and ends it. What the kernel prepares for
 * its next starts is prepared then.
 *
 * @param argv the command, with `{connection_file}` where the file's name belongs
 * @throws {Failure} with what the kernel says, where it does not answer rightly
 */
export async function proveKernel(argv: readonly string[], { signal, warn }: ProveEffects): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'litmus-proof-'));
  const file = path.join(folder, 'connection.json');
  await writeConnection(file, freshConnection());
  const [program, ...rest] = argv.map((argument) => (argument === '{connection_file}' ? file : argument));
  const child = spawn(program, rest, {
    cwd: folder,
    // Ends with this process, should that be killed.
    env: { ...process.env, JPY_PARENT_PID: String(process.pid) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise<never>((_, reject) => {
    child.once('error', ({ message }) => reject(new Error(message)));
    child.once('exit', (code, by) => reject(new Error(`it ended with ${by ?? `exit code ${code}`}`)));
  });
  ended.catch(() => undefined);
  let client: KernelClient | undefined;
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
    const connection = await Promise.race([ended, listening(file, limit)]);
    // Only now: should its sockets not load, the kernel has said so.
    const { connectClient } = await import('../client/kernel-client.js');
    client = connectClient(connection);
    await Promise.race([ended, aborted(limit), answers(client)]);
    await codeIsKept(signal);
  } catch (cause) {
    signal.throwIfAborted();
    const text = said.trim() === '' ? '' : `:\n  ${said.trim().split('\n').slice(-30).join('\n  ')}`;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Failure(`the kernel does not work: ${why}; nothing was installed${text}`, 3, { cause });
  } finally {
    client?.close();
    if (child.pid !== undefined) await endProcess(child.pid, 3000);
    await rm(folder, { recursive: true, force: true });
  }
  if (!(await findBundles()))
    warn(
      `the kernel starts slowly, since nothing that it prepares can be written: make ${(await places()).join(' or ')} ` +
        'a folder that can be written to, and install it again',
    );
}

/** Resolves to where the kernel listens, once it does. */
async function listening(file: string, signal: AbortSignal): Promise<ConnectionInfo> {
  for (;;) {
    const connection = await readConnection(file);
    if (connection.hb_port !== 0) return connection;
    await delay(50, undefined, { signal });
  }
}

/** A package of Litmus, its own TypeScript, and the service that completes. */
async function answers(client: KernelClient): Promise<void> {
  const content = { silent: true, store_history: false, user_expressions: { rows: 'rows' } };
  const cell = "import { table } from 'arquero'\nconst rows: number = table({ a: [1, 2] }).numRows()";
  const reply = await client.execute(cell, { timeout: patience, content });
  const { rows } = (reply.content.user_expressions ?? {}) as {
    readonly rows?: { readonly data?: Readonly<Record<string, unknown>> };
  };
  if (rows?.data?.['text/plain'] !== '2')
    throw new Error(`a cell came to ${JSON.stringify(rows ?? reply.content.evalue ?? reply.content)}`);
  const code = 'process.std';
  const asked = { code, cursor_pos: code.length };
  const { content: completed } = await client.request('shell', 'complete_request', asked, {
    timeout: patience,
  });
  if (!(completed.matches as readonly unknown[]).some((match) => String(match).endsWith('stdout')))
    throw new Error(
      'it does not complete "process.std", so it does not find the types of Node (@types/node)',
    );
}

/** Waits for the compiled code of the threads that know TypeScript, where it can be kept. */
async function codeIsKept(signal: AbortSignal): Promise<void> {
  const folder = await findBundles();
  if (!folder || !(await isWritable(folder))) return;
  const files = ['compile', 'complete'].map((use) => codeFile(folder, 'language/thread', use));
  const end = performance.now() + patienceWithCode;
  while (performance.now() < end) {
    if ((await Promise.all(files.map((file) => exists(file)))).every(Boolean)) return;
    await delay(50, undefined, { signal });
  }
}

async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
