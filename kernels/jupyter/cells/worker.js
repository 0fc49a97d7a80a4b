// The entry of the thread that runs cells.
import { load } from '../prepared/load.js';

const { startThread } = await load('cells/thread');
startThread();
