// Run as a program of its own, `compute-on.ts <backend>`, as a driver is found by what the environment says when
// a process starts: computes the same numbers on any backend and prints them as JSON.
import { prepareBackend } from '../../kernels/engine/backend.js';
import { results } from './results.js';

const prepared = await prepareBackend(process.argv[2]);
process.stdout.write(JSON.stringify({ prepared, numbers: await results() }));
