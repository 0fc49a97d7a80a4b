// The entry of the thread that knows TypeScript.
import { load } from '../prepared.js';

const { startThread } = await load('language/thread');
startThread();
