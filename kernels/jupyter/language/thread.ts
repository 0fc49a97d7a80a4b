import { parentPort, workerData } from 'node:worker_threads';
import { root } from '../../engine/root.js';
import { compile, CompileError } from './compile.js';
import type { CompiledCell, CompileProblem } from './compiled-cell.js';
import { type Language, language } from './language-service.js';

export type Compiled = { readonly cell: CompiledCell } | { readonly problem: CompileProblem };

/** What this thread is started with. */
export interface LanguageOptions {
  /** The notebook's folder. */
  readonly folder: string;
}

/** What the thread answers, by name. */
function methods({ folder }: LanguageOptions) {
  let service: Language | undefined;
  const current = () => (service ??= language({ folder, root }));
  return {
    compile(source: string): Compiled {
      try {
        return { cell: compile(source) };
      } catch (error) {
        if (error instanceof CompileError) return { problem: error.problem };
        throw error;
      }
    },
    setCell: (key: string, source: string) => current().setCell(key, source),
    /** Forgets all cells. */
    clear: () => void (service = undefined),
    complete: (code: string, cursor: number) => current().complete(code, cursor),
    inspect: (code: string, cursor: number, detail: 0 | 1) => current().inspect(code, cursor, detail),
    isComplete: (code: string) => current().isComplete(code),
    warmUp: () => current().warmUp(),
  };
}

export type LanguageMethods = ReturnType<typeof methods>;

export interface LanguageCall {
  readonly id: number;
  readonly method: keyof LanguageMethods;
  readonly args: readonly unknown[];
}

export type LanguageAnswer = { readonly id: number } & (
  { readonly value: unknown } | { readonly error: string }
);

/** Starts to answer calls in this thread. */
export function startThread(): void {
  const known = methods(workerData as LanguageOptions);
  parentPort!.on('message', ({ id, method, args }: LanguageCall) => {
    const answer = (rest: { value: unknown } | { error: string }) => parentPort!.postMessage({ id, ...rest });
    try {
      answer({ value: (known[method] as (...values: unknown[]) => unknown)(...args) });
    } catch (error) {
      answer({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
}
