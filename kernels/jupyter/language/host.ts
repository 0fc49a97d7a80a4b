import { Worker } from 'node:worker_threads';
import type { LanguageAnswer, LanguageCall, LanguageMethods, LanguageOptions } from './thread.js';

/** The thread that knows TypeScript, as the main thread sees it. */
export interface LanguageHost {
  call<Name extends keyof LanguageMethods>(
    method: Name,
    ...args: Parameters<LanguageMethods[Name]>
  ): Promise<ReturnType<LanguageMethods[Name]>>;
  close(): Promise<void>;
}

/** Starts it. Should it end by itself, open calls fail and the next call starts it again. */
export function startLanguage(options: LanguageOptions): LanguageHost {
  const open = new Map<number, { resolve(value: never): void; reject(error: Error): void }>();
  let count = 0;
  let worker: Worker | undefined = start();

  function start(): Worker {
    const started = new Worker(new URL('./worker.js', import.meta.url), {
      name: 'language',
      workerData: options,
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
