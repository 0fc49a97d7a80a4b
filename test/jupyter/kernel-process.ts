import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../kernels/engine/root.js';
import { type ConnectionInfo, freshConnection } from '../../kernels/jupyter/protocol/connection.js';

/** What Jupyter starts for a connection file. */
export const launcher = path.join(root, 'kernels/jupyter/launch.js');

/** A folder of its own, below which a kernel and Jupyter's programs keep all that they keep of a user. */
export function privateFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'litmus-kernel-'));
}

/** The environment in which nothing of the user's is read or written. */
export function privateEnvironment(folder: string): NodeJS.ProcessEnv {
  const below = (name: string) => path.join(folder, name);
  return {
    ...process.env,
    HOME: folder,
    XDG_DATA_HOME: below('data'),
    XDG_CACHE_HOME: below('cache'),
    XDG_CONFIG_HOME: below('config'),
    IPYTHONDIR: below('ipython'),
    JUPYTER_DATA_DIR: below('jupyter'),
    JUPYTER_RUNTIME_DIR: below('runtime'),
    JUPYTER_CONFIG_DIR: below('jupyter-config'),
    JUPYTER_NO_CONFIG: '1',
    LITMUS_CACHE: below('litmus'),
  };
}

export interface KernelProcess {
  readonly child: ChildProcess;
  readonly connection: ConnectionInfo;
  /** The folder that it was started in. */
  readonly folder: string;
  /** What it has written to its standard error. */
  log(): string;
  /** Its exit code or the signal that ended it. */
  readonly ended: Promise<number | string | null>;
  /** Ends it if it still runs, and removes its folder. */
  close(): Promise<void>;
}

export interface KernelProcessOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Instead of a new folder, which is removed at the end. */
  readonly folder?: string;
  /** What is started, instead of this checkout's. */
  readonly launcher?: string;
  /** What its connection file holds beside, or instead of, the usual. */
  readonly connection?: Readonly<Record<string, unknown>>;
}

/** Starts a kernel as Jupyter does, on ports that it chooses and writes into its connection file. */
export async function startKernelProcess(options: KernelProcessOptions = {}): Promise<KernelProcess> {
  const folder = options.folder ?? privateFolder();
  const file = path.join(folder, 'connection.json');
  await writeFile(file, JSON.stringify({ ...freshConnection(), ...options.connection }), { mode: 0o600 });
  const child = spawn(process.execPath, [options.launcher ?? launcher, file], {
    cwd: folder,
    env: { ...privateEnvironment(folder), JPY_PARENT_PID: String(process.pid), ...options.env },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let log = '';
  child.stderr!.on('data', (chunk: Buffer) => (log += chunk));
  const ended = new Promise<number | string | null>((resolve) =>
    child.on('exit', (code, signal) => resolve(code ?? signal)),
  );
  const connection = await Promise.race([
    written(file),
    ended.then((how) => Promise.reject(new Error(`the kernel ended (${how}):\n${log}`))),
  ]);
  return {
    child,
    connection,
    folder,
    log: () => log,
    ended,
    async close() {
      child.kill('SIGKILL');
      await ended;
      if (!options.folder) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function written(file: string): Promise<ConnectionInfo> {
  for (;;) {
    const connection = JSON.parse(await readFile(file, 'utf8')) as ConnectionInfo;
    if (connection.hb_port !== 0) return connection;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
