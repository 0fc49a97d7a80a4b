// The entry of the thread that runs cells. A thread does not inherit the loader for TypeScript, so it registers
// its own, which also serves what cells import.
import { register } from 'tsx/esm/api';

register();
const { startThread } = await import('./thread.ts');
startThread();
