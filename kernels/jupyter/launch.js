// What Jupyter starts: `node launch.js <connection file>`. No command line is read beyond that, so that a kernel
// is ready soon.
import process from 'node:process';
import { load } from './prepared/load.js';

const { launch } = await load('launch');
await launch(process.argv[2]);
