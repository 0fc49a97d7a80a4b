import { register } from 'tsx/esm/api';

const registered = Symbol.for('litmus.typescript-loader');

/** Lets this thread import TypeScript; a second call, also of a bundled copy of this module, does nothing. */
export function registerTypeScript(): void {
  const marks = globalThis as { [registered]?: unknown };
  marks[registered] ??= register();
}
