import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';

/** One of Jupyter's servers, for a browser to open. */
export interface JupyterServer {
  /** `http://127.0.0.1:1234/`. */
  readonly address: string;
  close(): Promise<void>;
}

/** A port that was free a moment ago: the server does not choose one itself. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** @param program the module of Python that is the server, and options beside the usual */
export async function startJupyter(
  python: string,
  program: readonly string[],
  { folder, env }: { readonly folder: string; readonly env: NodeJS.ProcessEnv },
): Promise<JupyterServer> {
  const port = await freePort();
  const options = ['--no-browser', '--allow-root', '--ip=127.0.0.1', `--port=${port}`, '--port-retries=0'];
  const args = ['-m', ...program, ...options];
  const server: ChildProcess = spawn(python, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const address = `http://127.0.0.1:${port}/`;
  let log = '';
  await new Promise<void>((resolve, reject) => {
    server.on('exit', () => reject(new Error(`the server ended:\n${log}`)));
    server.stderr!.on('data', (chunk: Buffer) => {
      log += String(chunk);
      if (log.includes(address)) resolve();
    });
  });
  return {
    address,
    async close() {
      server.kill('SIGTERM');
      if (server.exitCode === null) await once(server, 'exit');
    },
  };
}

/** Writes a notebook of these code cells, of which some have tags. */
export async function writeNotebook(
  folder: string,
  name: string,
  sources: readonly string[],
  tags: Readonly<Record<number, readonly string[]>> = {},
): Promise<void> {
  const cells = sources.map((source, i) => ({
    ...{
      cell_type: 'code',
      id: `cell-${i}`,
      metadata: tags[i] ? { tags: tags[i] } : {},
      execution_count: null,
    },
    ...{ outputs: [], source },
  }));
  const kernelspec = { name: 'litmus', display_name: 'TypeScript (Litmus)', language: 'typescript' };
  const notebook = { nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells };
  await writeFile(path.join(folder, name), JSON.stringify(notebook));
}
