import { spawn } from 'node:child_process';
import { root } from '../engine/root.js';

/** A process that answers questions, in any order. */
export interface AskedProcess<Q, A> {
  /** Resolves to `ended` where the process ended before it could answer. */
  ask(question: Q): Promise<A | 'ended'>;
  stop(): void;
}

interface Asked<Q> {
  readonly id: number;
  readonly question: Q;
}

interface Answered<A> {
  readonly id: number;
  readonly answer: A;
}

/**
 * Starts a process that answers questions, from the code as it is at that moment. It ends with this one.
 *
 * @param script a module that calls {@link answerQuestions}
 */
export function startAsked<Q, A>(script: string): AskedProcess<Q, A> {
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: root,
    // The channel closes when this process ends, even by SIGKILL.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, (answer: A | 'ended') => void>();
  let ended = false;
  let asked = 0;
  const end = () => {
    ended = true;
    for (const resolve of waiting.values()) resolve('ended');
    waiting.clear();
  };
  child.on('message', ({ id, answer }: Answered<A>) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  child.on('exit', end).on('error', end);
  return {
    ask: (question) =>
      new Promise((resolve) => {
        if (ended || !child.connected) return resolve('ended');
        const id = asked++;
        waiting.set(id, resolve);
        child.send({ id, question } satisfies Asked<Q>);
      }),
    stop: () => void child.kill(),
  };
}

/**
 * Answers what {@link startAsked} asks, in the process that it started, and ends when that one does.
 *
 * @param answer must not reject
 * @param end what is to be done before the process ends
 */
export function answerQuestions<Q, A>(answer: (question: Q) => Promise<A>, end = () => {}): void {
  const exit = () => {
    end();
    process.exit();
  };
  process.on('SIGTERM', exit).on('SIGINT', exit).on('disconnect', exit);
  process.on('message', ({ id, question }: Asked<Q>) => {
    void answer(question).then((told) => process.send?.({ id, answer: told } satisfies Answered<A>));
  });
}
