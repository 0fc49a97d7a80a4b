import { messageOf } from '../error-message.js';
/** What a worker answers: what was asked for, or why there is nothing. */
type Reply<A> = { readonly answer: A } | { readonly refusal: string };

/** Asks a worker, and waits for its answer. @throws {RangeError} with the reason, where it refuses or cannot be loaded */
export function ask<R, A>(worker: Worker, request: R): Promise<A> {
  const { port1, port2 } = new MessageChannel();
  return new Promise<A>((resolve, reject) => {
    worker.addEventListener(
      'error',
      ({ message }) =>
        reject(new RangeError(message || 'a script of the page could not be loaded: reload it')),
      { once: true },
    );
    port1.addEventListener('message', ({ data }: MessageEvent<Reply<A>>) => {
      port1.close();
      if ('answer' in data) resolve(data.answer);
      else reject(new RangeError(data.refusal));
    });
    port1.start();
    worker.postMessage(request, [port2]);
  });
}

/** Answers what {@link ask} asks, within the worker. */
export function answerCalls<R, A>(answer: (request: R) => A | Promise<A>): void {
  addEventListener('message', ({ data, ports: [port] }: MessageEvent<R>) => {
    void Promise.resolve()
      .then(() => answer(data))
      .then(
        (answered) => port.postMessage({ answer: answered } satisfies Reply<A>),
        (error: unknown) =>
          port.postMessage({
            refusal: messageOf(error),
          } satisfies Reply<A>),
      );
  });
}
