import os from 'node:os';
import { inThread, workerPool, type PartRunner } from '../engine/pool.js';

/** Where parts run: in as many worker threads as asked for, one a core without a wish. */
export function runnerFor(jobs: number = os.availableParallelism()): PartRunner {
  return jobs > 1 ? workerPool(jobs) : inThread;
}
