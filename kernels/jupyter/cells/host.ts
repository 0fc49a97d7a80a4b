import { Worker } from 'node:worker_threads';
import type { CellsEvent, CellsRequest } from './events.js';
import { createPace, taker, weight } from './pace.js';
import { type Terminator, terminator } from './terminate.js';
import type { ThreadOptions } from './thread.js';

/** The thread that runs cells, as the main thread sees it. */
export interface CellsHost {
  post(request: CellsRequest): void;
  /** How many requests to run cells are waiting, which the thread knows while it computes, too. */
  waiting(count: number): void;
  /** Stops whatever runs; resolves when the thread listens again. */
  interrupt(): Promise<void>;
  close(): Promise<void>;
}

export interface CellsHostEffects {
  receive(event: CellsEvent): void;
  /** What to wait for before more output is taken, after {@link receive}; nothing where clients keep up. */
  room?(): Promise<unknown> | undefined;
  /** The thread has ended by itself, and all variables with it. @param listened whether it had ever begun to listen */
  died(why: string, listened: boolean): void;
}

/** Milliseconds that a thread gets to answer before what it executes is ended. */
const patience = 100;

/** Milliseconds after which it is given something to be ended once more. */
const nudging = 20;

/** The patience with a cell that loads a module, which Node would never import again if it were ended halfway. */
const patienceWithModules = 5000;

export function startCells(
  options: Omit<ThreadOptions, 'pace' | 'backlog'>,
  { receive, room, died }: CellsHostEffects,
): CellsHost {
  const pace = createPace();
  const backlog = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const output = taker(pace);
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    name: 'cells',
    workerData: { ...options, pace, backlog } satisfies ThreadOptions,
    stdout: false,
    // Flags of the main thread, such as a loader, are not passed on. The first is for a Node that still warns of the
    // way in which cells import. Without the second, Node ends the process where a timer's callback is ended.
    execArgv: ['--disable-warning=ExperimentalWarning', '--no-force-async-hooks-checks'],
  });
  let attached: Terminator | undefined;
  let closing = false;
  let listened = false;
  let why = 'it ended';
  let interrupts = 0;
  let loading = 0;
  let stopping: Promise<void> | undefined;
  /** What came while the thread is being stopped. */
  const held: CellsRequest[] = [];
  const acknowledged = new Map<number, () => void>();

  let started: () => void;
  const ready = new Promise<void>((resolve) => (started = resolve));
  const exited = new Promise<void>((resolve) => worker.on('exit', () => resolve()));

  worker.on('message', (event: CellsEvent) => {
    if (event.type === 'ready') {
      listened = true;
      started();
    } else if (event.type === 'loading') loading = event.loads;
    else if (event.type === 'interrupted') {
      acknowledged.get(event.number)?.();
      acknowledged.delete(event.number);
    } else receive(event);
    // Whoever wants to stop the thread does not wait for clients.
    output.take(weight(event), stopping ? undefined : room?.());
  });
  worker.on('error', (error: NodeJS.ErrnoException) => {
    why = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'it ran out of memory' : String(error.message ?? error);
  });
  worker.on('exit', () => {
    attached?.close();
    if (!closing) died(why, listened);
  });

  const post = (request: CellsRequest) => worker.postMessage(request);

  /** Asks the thread to stop what it does; resolves when it has. */
  function ask(): Promise<void> {
    const number = (interrupts += 1);
    const answer = new Promise<void>((resolve) => acknowledged.set(number, resolve));
    post({ type: 'interrupt', number });
    return Promise.race([answer, exited]);
  }

  async function interrupt(): Promise<void> {
    const first = ask();
    // A thread that has not begun to listen runs no cell, and would not survive being stopped.
    await Promise.race([ready, exited]);
    let answered = await within(first, loading > 0 ? patienceWithModules : patience);
    // A thread that waits has answered; one that computes does not see the message until it is made to stop.
    for (let longer = patience; !answered; longer *= 2) {
      attached ??= terminator(worker);
      const ended = Promise.race([attached.terminate(), exited]);
      // Should it wait by now, this is what the termination ends.
      do post({ type: 'nudge' });
      while (!(await within(ended, nudging)));
      // Whatever else was ended, be it the answer or what the dataflow does by itself, this makes it good. One that
      // takes its time, on a machine that is busy, gets more of it.
      answered = await within(ask(), longer);
    }
  }

  // Two at once would end what the other is waiting for.
  const stop = (): Promise<void> => {
    // A thread that waits for a client to read would not see that it is to stop, or not be able to say that it has.
    output.release();
    return (stopping ??= interrupt().finally(() => {
      stopping = undefined;
      held.splice(0).forEach(post);
    }));
  };

  return {
    post(request) {
      // It might be what the termination ends.
      if (stopping) held.push(request);
      else post(request);
    },
    waiting: (count) => void Atomics.store(backlog, 0, count),
    // What is held is to be stopped, too.
    interrupt: () => (held.length > 0 && stopping ? stopping.then(stop) : stop()),
    async close() {
      closing = true;
      await worker.terminate();
    },
  };
}

/** Whether it has come by then. */
async function within(promise: Promise<void>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), milliseconds)));
  const came = await Promise.race([promise.then(() => true), limit]);
  clearTimeout(timer);
  return came;
}
