import fs from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import lockfile from 'proper-lockfile';
import { holderFile, holderRuns, type LockHolder, readHolder, thisProcess } from './lock-holder.js';

/** Milliseconds between two looks at a lock that another process holds. */
const pause = 100;

/** Milliseconds after which somebody who waits wants to know for whom. */
const patience = 1_000;

/** Milliseconds between two dates that a holder gives its lock. */
const renewal = 5_000;

/** Milliseconds without a new date after which a lock counts as left behind. */
const silence = 20_000;

/** The same while a process of the holder's number runs here: it may be in a long synchronous step. */
const longSilence = 60_000;

export interface LockEvents {
  /** Called once, when the lock has been waited for about a second. */
  waiting?(holder: LockHolder | undefined): void;
  /** Called when another process has taken the lock, because this one was silent for too long. */
  lost?(error: Error): void;
  /** Milliseconds of a clock that never runs back. */
  now?(): number;
}

/**
 * Takes a lock, and waits for it as long as another process holds it. A lock whose holder has died on this machine is
 * taken over at once; one whose date does not change any more, whatever that date is, after a while.
 *
 * @param path of the lock, a folder; the folder around it must be there
 * @returns what releases it
 * @throws the signal's reason, or what the disk objects to
 */
export async function takeLock(
  path: string,
  signal?: AbortSignal,
  { waiting, lost = () => undefined, now = () => performance.now() }: LockEvents = {},
): Promise<() => Promise<void>> {
  const start = now();
  const isLeftBehind = watch(path, now);
  let told = false;
  for (;;) {
    signal?.throwIfAborted();
    const release = await lockNow(path, lost);
    if (release) return () => release().catch(() => undefined);
    if (await isLeftBehind()) {
      await remove(path, isLeftBehind);
      continue;
    }
    if (!told && now() - start >= patience) {
      told = true;
      waiting?.(await readHolder(path));
    }
    await sleep(pause, undefined, { signal });
  }
}

/** Takes the lock unless somebody has it. That it is stale is decided here, and not by a date in another's clock. */
function lockNow(
  path: string,
  onCompromised: (error: Error) => void,
): Promise<(() => Promise<void>) | undefined> {
  const options = { lockfilePath: path, realpath: false, stale: Infinity, update: renewal, onCompromised };
  return lockfile.lock(path, { ...options, fs: withHolder }).catch(unlessLocked);
}

/** Looks whether nobody is behind a lock any more. */
function watch(path: string, now: () => number): () => Promise<boolean> {
  let seen: string | undefined;
  let since = 0;
  return async () => {
    const found = await stat(path).catch(() => undefined);
    if (!found) return false;
    const runs = holderRuns(await readHolder(path));
    if (runs === false) return true;
    const version = `${found.ino} ${found.mtimeMs}`;
    if (version !== seen) [seen, since] = [version, now()];
    return now() - since >= (runs === true ? longSilence : silence);
  };
}

/** Removes a lock that is left behind: one process at a time, so that none removes what another has just taken. */
async function remove(path: string, isLeftBehind: () => Promise<boolean>): Promise<void> {
  const removal = `${path}.removal`;
  const release = await lockfile
    .lock(removal, { lockfilePath: removal, realpath: false, onCompromised: () => undefined })
    .catch(unlessLocked);
  if (!release) return sleep(pause);
  try {
    if (await isLeftBehind()) await rm(path, { recursive: true, force: true });
  } finally {
    await release().catch(() => undefined);
  }
}

function unlessLocked(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ELOCKED') throw error;
}

/** The file system as the lock's package uses it, with the holder in the folder that is the lock. */
const withHolder = {
  ...fs,
  mkdir(lock: string, done: (error: Error | null) => void) {
    fs.mkdir(lock, (error) => {
      if (error) return done(error);
      fs.writeFile(holderFile(lock), JSON.stringify(thisProcess()), (problem) => {
        if (!problem) return done(null);
        fs.rm(lock, { recursive: true, force: true }, () => done(problem));
      });
    });
  },
  rmdir: (lock: string, done: (error: Error | null) => void) =>
    fs.rm(lock, { recursive: true, force: true }, done),
  rmdirSync: (lock: string) => fs.rmSync(lock, { recursive: true, force: true }),
};
