import type { Output } from './events.js';

type Name = 'stdout' | 'stderr';

/** Milliseconds for which text is gathered before it is sent. */
const patience = 20;

/** Characters that are gathered at most. */
const largest = 2 ** 18;

/** What runs print, gathered so that a loop of short lines is not a flood of messages. */
export interface Streams {
  write(name: Name, text: string, execution: string): void;
  /** Sends what was gathered: before anything else is shown, so that the order is kept. */
  flush(): void;
}

export function streams(emit: (execution: string, output: Output) => void, now: () => number): Streams {
  let gathered: { name: Name; execution: string; text: string } | undefined;
  let sent = 0;
  let timer: NodeJS.Timeout | undefined;
  const later = globalThis.setTimeout;

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!gathered) return;
    const { name, text, execution } = gathered;
    gathered = undefined;
    emit(execution, { type: 'stream', name, text });
    // Not before: where that waits for a client to read, what follows is gathered all the same.
    sent = now();
  };
  return {
    write(name, text, execution) {
      if (gathered && (gathered.name !== name || gathered.execution !== execution)) flush();
      gathered ??= { name, execution, text: '' };
      gathered.text += text;
      // A timer alone would never fire in a loop that does not wait.
      if (now() - sent >= patience || gathered.text.length >= largest) flush();
      else timer ??= later(flush, patience);
    },
    flush,
  };
}

/** Makes a stream of this process write here. */
export function redirect(stream: NodeJS.WriteStream, write: (text: string) => void): void {
  const decoder = new TextDecoder();
  stream.write = (
    chunk: Uint8Array | string,
    encoding?: BufferEncoding | ((error?: Error | null) => void),
    callback?: (error?: Error | null) => void,
  ): boolean => {
    write(typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }));
    const done = typeof encoding === 'function' ? encoding : callback;
    if (done) queueMicrotask(() => done());
    return true;
  };
}
