import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';

export interface ThreadEffects {
  readonly signal: AbortSignal;
  onProgress(fraction: number): void;
}

/**
 * Worker threads that each do a task at a time. A thread is sent the task with a `port`, to which it posts how far it is,
 * as a fraction; an abort ends it.
 *
 * @param entry address of the module that exports what a thread does, `work`
 */
export function threadPool<Task extends object, Answer>(entry: URL, threads: number) {
  const pool = new Piscina({ filename: entry.href, minThreads: 1, maxThreads: threads });
  // What a task throws rejects the task. Told here is the rest: a thread that answers after its task was given up,
  // which nobody waits for any more, and which without a listener would end the process.
  pool.on('error', () => undefined);
  return {
    async run(task: Task, { signal, onProgress }: ThreadEffects): Promise<Answer> {
      const { port1, port2 } = new MessageChannel();
      port1.on('message', onProgress);
      try {
        const options = { name: 'work', transferList: [port2], signal };
        return (await pool.run({ ...task, port: port2 }, options)) as Answer;
      } finally {
        port1.close();
      }
    },
    close: (): Promise<void> => pool.destroy(),
  };
}
