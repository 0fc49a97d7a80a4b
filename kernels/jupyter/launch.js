// What Jupyter starts: `node launch.js <connection file>`. No command line is read beyond that, so that a kernel
// is ready soon.
import process from 'node:process';
import { setTimeout } from 'node:timers';
import { load, prepare } from './prepared.js';

const { launch } = await load('launch');
// The next start will be faster; this one has other things to do first.
setTimeout(() => void prepare().catch(() => undefined), 5000).unref();
await launch(process.argv[2]);
