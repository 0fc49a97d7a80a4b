import { readFileSync } from 'node:fs';

/** Whether a process of this number runs. */
export function processRuns(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // A process of another user cannot be signalled, but it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !isZombie(pid);
}

/** Whether it has ended, and nobody has asked how yet: in a container there may be nobody who ever does. */
function isZombie(pid: number): boolean {
  try {
    // proc(5): the number, the command in brackets, the state.
    return /^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
