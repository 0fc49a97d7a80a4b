import { spawn } from 'node:child_process';
import { open, readFile, stat } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '../../engine/failure.js';
import { litmusCommand } from '../../engine/litmus-command.js';
import { type KernelState, runningKernel } from './kernel-state.js';
import { endProcess } from './process.js';
import { kernelFiles, makeRuntimeFolder, readEntry, removeEntry, type RunningKernel } from './registry.js';

export interface StartKernelOptions {
  readonly name: string;
  /** Where the kernel's cells work. */
  readonly folder: string;
  /** What runs {@link serveKernel} with the same name and folder. */
  readonly command: readonly [string, ...string[]];
  readonly signal: AbortSignal;
  /** Milliseconds that the kernel gets until it answers. */
  readonly patience?: number;
  log(message: string): void;
}

export interface StartedKernel {
  readonly kernel: RunningKernel;
  /** Whether it ran before. */
  readonly already: boolean;
}

/**
 * Starts a kernel that outlives this process, and waits until it answers.
 *
 * @throws {Failure} with the last lines of the kernel's log, where it ends or does not answer in time
 */
export async function startKernel({
  name,
  folder,
  command: [program, ...args],
  signal,
  patience = 60_000,
  log,
}: StartKernelOptions): Promise<StartedKernel> {
  await needsFolder(folder);
  const there = await runningKernel(name);
  if (there) return { kernel: usable(there), already: true };
  await makeRuntimeFolder();
  log(`starting the kernel "${name}" in ${folder}`);
  const file = kernelFiles(name).log;
  const output = await open(file, 'a', 0o600);
  await output.truncate();
  const child = spawn(program, args, {
    cwd: folder,
    detached: true,
    stdio: ['ignore', output.fd, output.fd],
    windowsHide: true,
  });
  let problem: string | undefined;
  child.once('error', ({ message }) => (problem = message));
  child.once('exit', (code, by) => (problem = `it ended with ${by ?? `exit code ${code}`}`));
  child.unref();
  await output.close();

  const end = performance.now() + patience;
  try {
    while (problem === undefined) {
      signal.throwIfAborted();
      const kernel = await runningKernel(name);
      if (kernel && kernel.state !== 'not answering') {
        const already = kernel.pid !== child.pid;
        // Another process has started one at the same time; ours must not step in when that one ends.
        if (already) await abandon(child.pid, name);
        return { kernel: usable(kernel), already };
      }
      if (performance.now() > end)
        throw new Failure(`the kernel did not answer within ${patience / 1000} s; ${await lastLines(file)}`);
      await delay(50, undefined, { signal });
    }
  } catch (error) {
    await abandon(child.pid, name);
    throw error;
  }
  const kernel = await runningKernel(name);
  if (kernel) return { kernel: usable(kernel), already: true };
  throw new Failure(`the kernel did not start: ${problem}; ${await lastLines(file)}`);
}

/** @throws {Failure} */
async function needsFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return;
  throw new Failure(found ? `${folder} is not a folder` : `there is no folder ${folder}`, 2);
}

/** @throws {Failure} for a kernel that nobody can work with. */
function usable({ state, ...kernel }: RunningKernel & { readonly state: KernelState }): RunningKernel {
  const { name, pid, host } = kernel;
  if (state === 'not answering')
    throw new Failure(
      `the kernel "${name}" (process ${pid}) runs but does not answer; end it with: ${litmusCommand(`kernel stop ${name}`)}`,
    );
  if (state === 'elsewhere')
    throw new Failure(
      `the kernel "${name}" runs on ${host}; choose another name with --name, ` +
        `or remove ${kernelFiles(name).entry} if that machine is no more`,
      2,
    );
  return kernel;
}

/** Leaves nothing of a kernel that is not wanted any more. */
async function abandon(pid: number | undefined, name: string): Promise<void> {
  if (pid === undefined) return;
  await endProcess(pid, 3000);
  const entry = await readEntry(name);
  if (entry?.pid === pid) await removeEntry(entry);
}

async function lastLines(file: string): Promise<string> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).trimEnd().split('\n').slice(-10);
  const text = lines.join('\n  ');
  return text === '' ? `its log ${file} is empty` : `the end of its log ${file}:\n  ${text}`;
}
