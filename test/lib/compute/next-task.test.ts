import { expect, it } from 'vitest';
import { nextTask } from '../../../src/lib/compute/next-task.js';

it('lets timers in, which awaiting promises alone would not', async () => {
  let fired = false;
  setTimeout(() => (fired = true));
  for (let tasks = 0; !fired && tasks < 1e6; tasks++) await nextTask();
  expect(fired).toBe(true);
});
