import type { Json, Message } from '../protocol/message.js';
import { type Exchange, isStatus, type SendOptions } from './exchange.js';

/** What a cell asks its user. */
export interface Question {
  readonly prompt: string;
  /** Whether the answer must not be shown. */
  readonly password: boolean;
}

export interface ExecuteOptions extends SendOptions {
  /** Milliseconds until the promise is rejected; the cell goes on. A {@link signal} ends the cell. */
  readonly timeout?: number;
  /** Interrupts the cell as soon as the kernel runs it; then the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Further fields of the request: `silent`, `store_history`, `stop_on_error`, `user_expressions`. */
  readonly content?: Json;
  /** Is given each message that the cell causes on iopub until it is done, in order. */
  onOutput?(message: Message): void;
  /** Answers questions; without it, a cell that asks one fails. */
  onInput?(question: Question): string | Promise<string>;
}

/** Runs a cell on a kernel that is known to be there; see {@link KernelClient.execute}. */
export async function execute(
  { ask, answer }: Exchange,
  code: string,
  { timeout, signal, content, onOutput, onInput, metadata, buffers }: ExecuteOptions,
): Promise<Message> {
  /** Why the cell is to be stopped. */
  let stopped: { readonly reason: unknown } | undefined;
  let running = false;
  const interrupt = () => {
    // Before the cell's turn has come, this would stop somebody else's.
    if (running) void ask('control', 'interrupt_request', {}, { untilIdle: false }).catch(() => undefined);
  };
  const stop = (reason: unknown) => {
    stopped ??= { reason };
    interrupt();
  };
  const abort = () => stop(signal?.reason);
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();

  const fields = { silent: false, store_history: true, stop_on_error: true, user_expressions: {} };
  const request = { code, ...fields, ...content, allow_stdin: onInput !== undefined };
  try {
    const reply = await ask('shell', 'execute_request', request, {
      timeout,
      metadata,
      buffers,
      untilIdle: true,
      output(message) {
        if (isStatus(message, 'busy') && !running) {
          running = true;
          if (stopped) interrupt();
        }
        onOutput?.(message);
      },
      input(question) {
        const { prompt, password } = question.content;
        const asked = { prompt: String(prompt), password: Boolean(password) };
        Promise.resolve(asked)
          .then(onInput)
          .then((value) => answer(question, String(value)))
          .catch(stop);
      },
    });
    if (stopped) throw stopped.reason;
    return reply;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}
