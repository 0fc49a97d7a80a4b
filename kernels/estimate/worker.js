// The entry of a worker thread: a thread does not inherit the loader for TypeScript, so it registers its own.
import { register } from 'tsx/esm/api';

// Not by the settings of the folder that the process was started in.
register({ tsconfig: false });
const { work } = await import('./work.ts');

export { work };
