import { access, constants, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Failure } from '../../engine/failure.js';
import { makeFolder } from '../../engine/make-folder.js';
import { takeLock } from '../../engine/take-lock.js';
import { writeWholeFile } from '../../engine/whole-file.js';
import { runtimeFolder } from '../folders.js';
import { isJson } from '../protocol/message.js';

/** Name of a kernel for which no other is chosen. */
export const defaultName = 'default';

/** A kernel that runs by itself, as it is written down beside its connection file. */
export interface RunningKernel {
  readonly name: string;
  readonly pid: number;
  /** The machine that it runs on: folders may be shared among several. */
  readonly host: string;
  /** The folder that its cells work in. */
  readonly folder: string;
  /** ISO 8601. */
  readonly since: string;
  readonly connectionFile: string;
  /** What a page of this machine connects to; like the connection file's key, it lets run code. */
  readonly webSocket?: string;
}

/** The files of a kernel, in Jupyter's own folder for them, so that Jupyter finds it by its connection file's name. */
export function kernelFiles(name: string) {
  if (!/^[a-z0-9_-]+$/i.test(name))
    throw new Failure(`"${name}" is no name of a running kernel: letters, digits, "_" and "-" are`, 2);
  const base = path.join(runtimeFolder(), `litmus-${name}`);
  // Only what is a connection file may look like one.
  return {
    connection: `${base}.json`,
    entry: `${base}.kernel`,
    log: `${base}.log`,
    lock: `${base}.lock`,
  };
}

/**
 * Makes the folder of these files, which nobody else may read: whoever has a kernel's key can run code.
 *
 * @throws {Failure} where it cannot be made, or not be written to
 */
export async function makeRuntimeFolder(): Promise<void> {
  const folder = runtimeFolder();
  try {
    await makeFolder(folder, 0o700);
    await access(folder, constants.W_OK);
  } catch (cause) {
    throw new Failure(`running kernels need the folder ${folder}: ${(cause as Error).message}`, 2, { cause });
  }
}

/** What is written down of a kernel; nothing where nothing is, or nothing that makes sense. */
export async function readEntry(name: string): Promise<RunningKernel | undefined> {
  const text = await readFile(kernelFiles(name).entry, 'utf8').catch(() => '');
  try {
    const entry: unknown = JSON.parse(text);
    return isEntry(entry) ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** What is written down of all kernels, by name. */
export async function readEntries(): Promise<RunningKernel[]> {
  const files = await readdir(runtimeFolder()).catch(() => []);
  const names = files.flatMap((file) => /^litmus-([a-z0-9_-]+)\.kernel$/i.exec(file)?.[1] ?? []);
  return (await Promise.all(names.sort().map(readEntry))).flatMap((entry) => entry ?? []);
}

/** Call it under the kernel's lock. */
export async function writeEntry(kernel: RunningKernel): Promise<void> {
  await writeWholeFile(kernelFiles(kernel.name).entry, `${JSON.stringify(kernel, null, 2)}\n`, 0o600);
}

/** Removes what says that this kernel runs, but nothing that a later one of its name has written. */
export async function removeEntry({ name, pid, since }: RunningKernel): Promise<void> {
  await withLock(name, async () => {
    const found = await readEntry(name);
    if (found?.pid !== pid || found.since !== since) return;
    const { connection, entry } = kernelFiles(name);
    await rm(connection, { force: true });
    await rm(entry, { force: true });
  });
}

/** Works while no other process changes what is written down under the name. */
export async function withLock<T>(name: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  await makeRuntimeFolder();
  const release = await takeLock(kernelFiles(name).lock, signal);
  try {
    return await work();
  } finally {
    await release();
  }
}

/** Whether it runs on this machine, so that its process can be looked at. */
export function isHere({ host }: RunningKernel): boolean {
  return host === os.hostname();
}

function isEntry(value: unknown): value is RunningKernel {
  return (
    isJson(value) &&
    Number.isInteger(value.pid) &&
    ['name', 'host', 'folder', 'since', 'connectionFile'].every((field) => typeof value[field] === 'string')
  );
}
