import { Worker } from 'node:worker_threads';
import type { LanguageAnswer, LanguageCall, LanguageMethods, LanguageOptions } from './thread.js';

/** The threads that know TypeScript, as the main thread sees them. */
export interface LanguageHost {
  call: Call;
  close(): Promise<void>;
}

type Call = <Name extends keyof LanguageMethods>(
  method: Name,
  ...args: Parameters<LanguageMethods[Name]>
) => Promise<ReturnType<LanguageMethods[Name]>>;

/**
 * Two threads, so that a cell never waits for an answer that reads all of TypeScript's libraries. One compiles, and
 * starts at once. The other completes and inspects, and starts when it is first asked: until then it costs nothing.
 */
export function startLanguage(options: LanguageOptions): LanguageHost {
  const compiler = languageThread(options, 'compile');
  const service = languageThread(options, 'complete');
  compiler.start();
  /** The cells, by their key, for a service that is started later or again; the one set last comes last. */
  const cells = new Map<string, string>();
  const tell = (key: string, source: string) => service.call('setCell', key, source).catch(() => undefined);

  const call: Call = (method, ...args) => {
    if (method === 'compile' || method === 'isComplete') return compiler.call(method, ...args);
    if (method === 'setCell') {
      const [key, source] = args as Parameters<LanguageMethods['setCell']>;
      cells.delete(key);
      cells.set(key, source);
    }
    if (method === 'clear') cells.clear();
    if ((method === 'setCell' || method === 'clear') && !service.started)
      return Promise.resolve(undefined as never);
    if (!service.started) for (const [key, source] of cells) void tell(key, source);
    return service.call(method, ...args);
  };
  return {
    call,
    close: async () => void (await Promise.all([compiler.close(), service.close()])),
  };
}

interface LanguageThread {
  start(): void;
  readonly started: boolean;
  /** Starts it where it does not run; should it end by itself, open calls fail. */
  call: Call;
  close(): Promise<void>;
}

/** @param use what it is for: the compiled code that it starts from is kept for each use */
function languageThread(options: LanguageOptions, use: string): LanguageThread {
  const open = new Map<number, { resolve(value: never): void; reject(error: Error): void }>();
  let count = 0;
  let worker: Worker | undefined;

  function start(): Worker {
    const started = new Worker(new URL('./worker.js', import.meta.url), {
      name: 'language',
      workerData: { ...options, use },
      execArgv: [],
    });
    let why = 'it ended';
    started.on('message', (answer: LanguageAnswer) => {
      const call = open.get(answer.id);
      open.delete(answer.id);
      if ('error' in answer) call?.reject(new Error(answer.error));
      else call?.resolve(answer.value as never);
    });
    started.on('error', (error) => (why = error.message));
    started.on('exit', () => {
      if (worker === started) worker = undefined;
      for (const { reject } of open.values()) reject(new Error(`the language service stopped: ${why}`));
      open.clear();
    });
    return started;
  }

  return {
    start: () => void (worker ??= start()),
    get started() {
      return worker !== undefined;
    },
    call(method, ...args) {
      worker ??= start();
      const id = (count += 1);
      const answer = new Promise<never>((resolve, reject) => open.set(id, { resolve, reject }));
      worker.postMessage({ id, method, args } satisfies LanguageCall);
      return answer;
    },
    async close() {
      await worker?.terminate();
    },
  };
}
