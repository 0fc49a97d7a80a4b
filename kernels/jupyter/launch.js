// What Jupyter starts: `node launch.js <connection file>`. No command line is read beyond that, so that a kernel
// is ready soon.
import process from 'node:process';
import { register } from 'tsx/esm/api';

register();
const { launch } = await import('./launch.ts');
await launch(process.argv[2]);
