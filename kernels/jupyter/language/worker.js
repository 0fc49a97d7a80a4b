// The entry of the thread that knows TypeScript. A thread does not inherit the loader for TypeScript, so it
// registers its own.
import { register } from 'tsx/esm/api';

register();
const { startThread } = await import('./thread.ts');
startThread();
