import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { processRuns } from '../../../kernels/engine/process-runs.js';
import { root } from '../../../kernels/engine/root.js';
import { connectClient } from '../../../kernels/jupyter/client/kernel-client.js';
import { runningKernel, runningKernels, stateOf } from '../../../kernels/jupyter/daemon/kernel-state.js';
import { processEnds } from '../../../kernels/jupyter/daemon/process.js';
import {
  kernelFiles,
  makeRuntimeFolder,
  readEntry,
  type RunningKernel,
  writeEntry,
} from '../../../kernels/jupyter/daemon/registry.js';
import { startKernel, type StartKernelOptions } from '../../../kernels/jupyter/daemon/start.js';
import { stopKernel } from '../../../kernels/jupyter/daemon/stop.js';
import {
  freshConnection,
  readConnection,
  writeConnection,
} from '../../../kernels/jupyter/protocol/connection.js';
import { ownJupyter } from '../own-jupyter.js';
import { python } from '../python.js';

const jupyter = ownJupyter();
const litmus = path.join(root, 'kernels', 'cli', 'litmus.js');

const foreground = (name: string, folder: string): [string, ...string[]] => [
  process.execPath,
  ...[litmus, 'kernel', 'start', '--foreground', '--name', name, '--folder', folder],
];

function start(name = 'default', options: Partial<StartKernelOptions> = {}) {
  const { folder } = jupyter;
  const { signal } = new AbortController();
  const command = foreground(name, folder);
  return startKernel({ name, folder, command, signal, log: () => undefined, ...options });
}

/** What the kernel answers to a cell. */
async function answer({ connectionFile }: RunningKernel, code: string): Promise<unknown> {
  const client = connectClient(await readConnection(connectionFile));
  let data: unknown;
  await client.execute(code, {
    onOutput: ({ content }) => void (data = content.data ?? data),
  });
  client.close();
  return (data as Record<string, unknown> | undefined)?.['text/plain'];
}

const mode = async (file: string) => ((await stat(file)).mode & 0o777).toString(8);

/** Writes down a kernel that listens at a port, or says so. */
async function writeDown(port: number, rest: Partial<RunningKernel> = {}): Promise<RunningKernel> {
  await makeRuntimeFolder();
  const { connection: connectionFile } = kernelFiles('default');
  const ports = { shell_port: port, control_port: port, stdin_port: port, iopub_port: port, hb_port: port };
  await writeConnection(connectionFile, { ...freshConnection(), ...ports });
  const since = new Date().toISOString();
  const kernel = {
    name: 'default',
    pid: process.pid,
    host: os.hostname(),
    folder: '/',
    since,
    connectionFile,
    ...rest,
  };
  await writeEntry(kernel);
  return kernel;
}

/** The number of a process that was. */
async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '0']);
  await once(child, 'exit');
  return child.pid!;
}

it('starts, is found, computes in its folder, and stops without a trace', async () => {
  const { kernel, already } = await start();
  expect(already).toBe(false);
  expect(kernel).toMatchObject({ name: 'default', folder: jupyter.folder });
  expect(path.basename(kernel.connectionFile)).toBe('litmus-default.json');
  expect(await mode(jupyter.runtime)).toBe('700');
  for (const file of await readdir(jupyter.runtime))
    expect(await mode(path.join(jupyter.runtime, file))).toBe('600');
  expect(await runningKernels()).toEqual({ running: [{ ...kernel, state: 'idle' }], ended: [] });

  expect(await answer(kernel, '1 + 1')).toBe('2');
  expect(await answer(kernel, 'process.cwd()')).toBe(`'${jupyter.folder}'`);
  expect(await answer(kernel, 'const kept = 6 * 7')).toBeUndefined();

  const again = await start();
  expect(again).toEqual({ kernel, already: true });
  expect(await answer(again.kernel, 'kept')).toBe('42');

  expect(await stopKernel(kernel)).toBe('asked');
  expect(processRuns(kernel.pid)).toBe(false);
  expect(await readdir(jupyter.runtime)).toEqual([]);
});

it('is one kernel where two processes start it at once', async () => {
  const [one, other] = await Promise.all([start(), start()]);
  expect(one.kernel.pid).toBe(other.kernel.pid);
  expect([one.already, other.already].sort()).toEqual([false, true]);
  // The process that came second does not take over.
  await stopKernel(one.kernel);
  expect(await runningKernels()).toEqual({ running: [], ended: [] });
  expect(await readdir(jupyter.runtime)).toEqual([]);
});

it('is busy while a cell runs, also for those who come later', async () => {
  const { kernel } = await start();
  const client = connectClient(await readConnection(kernel.connectionFile));
  const stop = new AbortController();
  const running = new Promise<void>((resolve) => {
    const onOutput = () => resolve();
    void client.execute('for (;;);', { signal: stop.signal, onOutput }).catch(() => undefined);
  });
  await running;
  expect(await stateOf(kernel)).toBe('busy');
  stop.abort();
  await expect.poll(() => stateOf(kernel), { timeout: 20_000 }).toBe('idle');
  client.close();
});

it('lets a client end that has closed its connection', async () => {
  const { kernel } = await start();
  const script = [
    `import { connectClient } from './kernels/jupyter/client/kernel-client.ts';`,
    `import { readConnection } from './kernels/jupyter/protocol/connection.ts';`,
    `const client = connectClient(await readConnection(${JSON.stringify(kernel.connectionFile)}));`,
    `console.log((await client.execute('1')).content.status);`,
    `client.close();`,
  ].join('\n');
  const args = ['--import', 'tsx', '--input-type=module', '-e', script];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, timeout: 30_000 });
  expect(stdout).toBe('ok\n');
});

describe('a kernel that ended by itself', () => {
  it('is found to have ended; its log stays, and another one can be started', async () => {
    const { kernel } = await start();
    process.kill(kernel.pid, 'SIGKILL');
    expect(await processEnds(kernel.pid, 5000)).toBe(true);
    const { running, ended } = await runningKernels();
    expect(running).toEqual([]);
    expect(ended).toMatchObject([kernel]);
    expect(await readdir(jupyter.runtime)).toEqual(['litmus-default.log']);
    const { kernel: next, already } = await start();
    expect(already).toBe(false);
    expect(next.pid).not.toBe(kernel.pid);
  });

  it('removes its files where a client has shut it down', async () => {
    const { kernel } = await start();
    const client = connectClient(await readConnection(kernel.connectionFile));
    await client.shutdown();
    client.close();
    expect(await processEnds(kernel.pid, 10_000)).toBe(true);
    expect(await readdir(jupyter.runtime)).toEqual(['litmus-default.log']);
  });

  it('is not taken for a process that has its number by now', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    const kernel = await writeDown(port);
    expect(processRuns(kernel.pid)).toBe(true);
    expect(await runningKernel('default')).toBeUndefined();
  });

  it('is not taken for a program that has its port by now', async () => {
    const server = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await stateOf(await writeDown(port, { pid: await endedProcess() }), 300)).toBe('ended');
    // With a process too, it may be ours, and is left alone.
    expect(await stateOf(await writeDown(port), 300)).toBe('not answering');
    server.close();
  });
});

it('leaves a kernel of another machine alone', async () => {
  const kernel = await writeDown(1, { host: 'another-machine' });
  expect((await runningKernels()).running).toEqual([{ ...kernel, state: 'elsewhere' }]);
  await expect(start()).rejects.toThrow('runs on another-machine; choose another name with --name');
  await expect(stopKernel(kernel)).rejects.toThrow('stop it there');
  expect(await readEntry('default')).toEqual(kernel);
});

it('ignores what is no kernel', async () => {
  await mkdir(jupyter.runtime, { recursive: true });
  for (const [name, text] of Object.entries({ cut: '{"name": "cu', empty: '', other: '[1, 2]' }))
    await writeFile(path.join(jupyter.runtime, `litmus-${name}.kernel`), text);
  expect(await runningKernels()).toEqual({ running: [], ended: [] });
});

it('ends a kernel that does not listen by force', async () => {
  const { kernel } = await start();
  process.kill(kernel.pid, 'SIGSTOP');
  expect(await stateOf(kernel, 300)).toBe('not answering');
  expect(await stopKernel(kernel, 300)).toBe('SIGKILL');
  expect(await readdir(jupyter.runtime)).toEqual([]);
});

it('runs in the foreground until it is told to end', async () => {
  const [program, ...args] = foreground('front', jupyter.folder);
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  expect(said.toString()).toContain('jupyter console --existing litmus-front.json');
  const kernel = await runningKernel('front');
  expect(kernel).toMatchObject({ pid: child.pid, state: 'idle' });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(await readdir(jupyter.runtime)).toEqual([]);
});

describe('a start fails', () => {
  it.each([
    ['a folder that is not there', () => path.join(jupyter.folder, 'missing'), 'there is no folder'],
    ['a file', () => litmus, 'is not a folder'],
  ])('for %s', async (_, folder, message) => {
    await expect(start('default', { folder: folder() })).rejects.toMatchObject({
      message: expect.stringContaining(message),
      exitCode: 2,
    });
  });

  it('with what the kernel said last', async () => {
    const script = 'for (let i = 1; i <= 30; i += 1) console.error("reason " + i); process.exitCode = 7';
    const failure = start('default', { command: [process.execPath, '-e', script] });
    await expect(failure).rejects.toMatchObject({ exitCode: 3 });
    const { message } = (await failure.catch((error: unknown) => error)) as Error;
    expect(message).toContain('it ended with exit code 7');
    expect(message).toContain('reason 30');
    expect(message).toContain('reason 21');
    expect(message).not.toContain('reason 20');
    expect(message).toContain(kernelFiles('default').log);
  });

  it('where there is nothing to run', async () => {
    const failure = start('default', { command: [path.join(jupyter.folder, 'missing')] });
    await expect(failure).rejects.toThrow('ENOENT');
  });

  it('when its time is over, or the user interrupts, and leaves no process behind', async () => {
    const file = path.join(jupyter.folder, 'pid');
    const write = `require('fs').writeFileSync(${JSON.stringify(file)}, String(process.pid))`;
    const command = [process.execPath, '-e', `${write}; setInterval(() => 0, 1000)`] as const;
    const pid = async () => Number(await readFile(file, 'utf8'));

    const late = start('default', { command, patience: 2000 });
    await expect(late).rejects.toThrow('the kernel did not answer within 2 s');
    expect(processRuns(await pid())).toBe(false);

    await rm(file);
    const stop = new AbortController();
    const interrupted = start('default', { command, signal: stop.signal });
    interrupted.catch(() => undefined);
    await expect.poll(pid, { timeout: 20_000 }).toBeGreaterThan(0);
    stop.abort();
    await expect(interrupted).rejects.toThrow('abort');
    expect(processRuns(await pid())).toBe(false);
  });
});

it.skipIf(!python)('is found by Jupyter by the name of its connection file', async () => {
  const { kernel } = await start();
  await answer(kernel, 'const kept = 6 * 7');
  const script = [
    'from jupyter_client import BlockingKernelClient, find_connection_file',
    "client = BlockingKernelClient(connection_file=find_connection_file('litmus-default.json'))",
    'client.load_connection_file()',
    'client.start_channels()',
    'client.wait_for_ready(timeout=50)',
    "client.execute_interactive('kept', timeout=50, output_hook=lambda m: print(m['content'].get('data')))",
    'client.stop_channels()',
  ].join('\n');
  const { stdout } = await promisify(execFile)(python!, ['-c', script]);
  expect(stdout).toContain("{'text/plain': '42'}");
});
