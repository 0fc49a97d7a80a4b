const registered = Symbol.for('litmus.typescript-loader');

/**
 * Lets this thread import TypeScript; a second call, also of a bundled copy of this module, does nothing. The loader
 * is imported as a module: its CommonJS build takes a thread with a `document` for a browser.
 */
export async function registerTypeScript(): Promise<void> {
  const marks = globalThis as { [registered]?: unknown };
  await (marks[registered] ??= import('tsx/esm/api').then(({ register }) => register()));
}
