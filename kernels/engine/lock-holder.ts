import { readlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { processRuns } from './process-runs.js';

/** The process that holds a lock, as it is written down in the lock's folder. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** Which processes the number counts among: containers on one host may count apart. */
  readonly namespace: string;
}

/** This process, as the holder of a lock. */
export function thisProcess(): LockHolder {
  return { pid: process.pid, host: os.hostname(), namespace: namespace() };
}

/** Where a lock's holder is written down. */
export const holderFile = (lock: string) => path.join(lock, 'holder.json');

/** Who holds a lock; `undefined` where nobody does, or the lock does not tell. */
export async function readHolder(lock: string): Promise<LockHolder | undefined> {
  try {
    const holder = JSON.parse(await readFile(holderFile(lock), 'utf8')) as LockHolder | null;
    return Number.isInteger(holder?.pid) ? holder! : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the holder runs, as far as this machine can tell. */
export function holderRuns(holder: LockHolder | undefined): boolean | 'unknown' {
  return holder && isHere(holder) ? processRuns(holder.pid) : 'unknown';
}

/** What somebody who waits for the holder is told. */
export function waitingFor(holder: LockHolder | undefined): string {
  if (!holder) return 'waiting for another process';
  return `waiting for process ${holder.pid}${isHere(holder) ? '' : ` on ${holder.host}`}`;
}

const isHere = (holder: LockHolder) => holder.host === os.hostname() && holder.namespace === namespace();

function namespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return ''; // Not on Linux.
  }
}
