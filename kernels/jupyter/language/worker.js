// The entry of the threads that know TypeScript: one compiles, the other completes and inspects.
import { workerData } from 'node:worker_threads';
import { load } from '../prepared/load.js';

const { startThread } = await load('language/thread', workerData.use);
startThread();
