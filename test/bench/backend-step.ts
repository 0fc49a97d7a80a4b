// Run as a program of its own, `backend-step.ts <backend>`: times one training step of 1, 8 and 64 stacked members,
// and prints the seconds as JSON.
import { prepareBackend } from '../../kernels/engine/backend.js';
import { memberCounts } from './backend-settings.js';
import { median } from './harness.js';
import { trainingStep } from './training-step.js';

const warmUps = 3;
/** Steps are timed until so many seconds are over, and three at least. */
const budget = 3;

const { device } = await prepareBackend(process.argv[2]);
const seconds: number[] = [];
for (const members of memberCounts) {
  const step = trainingStep(members);
  const times: number[] = [];
  for (let number = 0, spent = 0; number < warmUps + 3 || spent < budget; number++) {
    const start = performance.now();
    step.take();
    await step.finished();
    const time = (performance.now() - start) / 1000;
    spent += time;
    if (number >= warmUps) times.push(time);
  }
  seconds.push(median(times));
  step.dispose();
}
process.stdout.write(JSON.stringify({ device, seconds }));
