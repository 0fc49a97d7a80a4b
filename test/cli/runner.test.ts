import { expect, it } from 'vitest';
import { boundedJobs } from '../../kernels/cli/runner.js';

it('uses as many worker threads as there are cores at most, and says so', () => {
  const told: string[] = [];
  const log = (message: string) => void told.push(message);
  expect([1, 4, 5, 1_000_000].map((jobs) => boundedJobs(jobs, 4, log))).toEqual([1, 4, 4, 4]);
  expect(told).toEqual([
    '--jobs 5: 4 worker threads are used, one for each core here',
    '--jobs 1000000: 4 worker threads are used, one for each core here',
  ]);
});
