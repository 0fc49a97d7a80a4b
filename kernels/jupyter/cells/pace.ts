import type { CellsEvent } from './events.js';

/** Bytes that one thread may be ahead of the other. More would fill the memory, and interrupts would wait. */
const ahead = 8 * 2 ** 20;

/** Bytes that a message counts for at least, so that small ones are some hundreds ahead at most. */
const least = 2 ** 15;

/** As much as a message may count for: the sum must not overflow. */
const most = 2 ** 29;

/** What two threads share so that messages are not sent faster than they are taken: the bytes that are under way. */
export type Pace = Int32Array<SharedArrayBuffer>;

export function createPace(): Pace {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** Bytes that a message counts for, on both sides: about as much as its text. */
export function weight(event: CellsEvent): number {
  return Math.min(most, Math.max(least, bytesOf(event)));
}

function bytesOf(event: CellsEvent): number {
  if (event.type !== 'output') return 0;
  const { output } = event;
  if (output.type === 'stream') return output.text.length;
  if (output.type === 'clear') return 0;
  return Object.values(output.bundle.data).reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? value.length : 0),
    0,
  );
}

/** For the thread that sends, after each message: blocks it as long as the other is too far behind. */
export function sent(pace: Pace, bytes: number): void {
  let under = Atomics.add(pace, 0, bytes) + bytes;
  while (under > ahead) {
    Atomics.wait(pace, 0, under);
    under = Atomics.load(pace, 0);
  }
}

/** For the thread that receives, once it has passed the message on. */
export function taken(pace: Pace, bytes: number): void {
  Atomics.sub(pace, 0, bytes);
  Atomics.notify(pace, 0);
}

/** For the thread that receives, where what it receives has to go on to others. */
export interface Taker {
  /** Counts a message as taken: when there is room for more, or at once where nothing has to be waited for. */
  take(bytes: number, room?: Promise<unknown>): void;
  /** Counts all as taken that wait for room, so that the sender goes on. */
  release(): void;
}

export function taker(pace: Pace): Taker {
  let waiting = 0;
  /** Messages that wait since the last release share one of these. */
  let batch = {};
  return {
    take(bytes, room) {
      if (!room) return taken(pace, bytes);
      waiting += bytes;
      const mine = batch;
      const passed = () => {
        if (mine !== batch) return;
        waiting -= bytes;
        taken(pace, bytes);
      };
      void room.then(passed, passed);
    },
    release() {
      batch = {};
      taken(pace, waiting);
      waiting = 0;
    },
  };
}
