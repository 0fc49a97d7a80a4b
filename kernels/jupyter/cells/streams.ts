import type { Output } from './events.js';

type Name = 'stdout' | 'stderr';

/** Where printed text goes: to a run that shows it itself, or else to an execution. */
export interface StreamTarget {
  readonly execution: string;
  print?(name: Name, text: string): void;
  /** Whether all that was printed is sent again with what follows. */
  readonly repeats?: boolean;
}

/** Milliseconds for which text is gathered before it is sent; more where what was sent is sent again with it. */
const patience = 20;
const longPatience = 100;

/** Characters that are gathered at most. */
const largest = 2 ** 18;

/** What runs print, gathered so that a loop of short lines is not a flood of messages. */
export interface Streams {
  write(name: Name, text: string, target: StreamTarget): void;
  /** Sends what was gathered: before anything else is shown, so that the order is kept. */
  flush(): void;
}

export function streams(emit: (execution: string, output: Output) => void, now: () => number): Streams {
  let gathered: { name: Name; target: StreamTarget; text: string } | undefined;
  let sent = 0;
  let timer: NodeJS.Timeout | undefined;
  const later = globalThis.setTimeout;

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!gathered) return;
    const { name, text, target } = gathered;
    gathered = undefined;
    if (target.print) target.print(name, text);
    else emit(target.execution, { type: 'stream', name, text });
    // Not before: where that waits for a client to read, what follows is gathered all the same.
    sent = now();
  };
  return {
    write(name, text, target) {
      if (gathered && (gathered.name !== name || !isSame(gathered.target, target))) flush();
      gathered ??= { name, target, text: '' };
      gathered.text += text;
      const pause = target.repeats ? longPatience : patience;
      // A timer alone would never fire in a loop that does not wait.
      if (now() - sent >= pause || gathered.text.length >= largest) flush();
      else timer ??= later(flush, pause);
    },
    flush,
  };
}

function isSame(one: StreamTarget, other: StreamTarget): boolean {
  return one.execution === other.execution && one.print === other.print;
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
