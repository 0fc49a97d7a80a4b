/** Messages that one thread may be ahead of the other. More would fill the memory, and interrupts would wait. */
const ahead = 256;

/** What two threads share so that messages are not sent faster than they are taken: how many are under way. */
export type Pace = Int32Array<SharedArrayBuffer>;

export function createPace(): Pace {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** For the thread that sends, after each message: blocks it as long as the other is too far behind. */
export function sent(pace: Pace): void {
  let under = Atomics.add(pace, 0, 1) + 1;
  while (under > ahead) {
    Atomics.wait(pace, 0, under);
    under = Atomics.load(pace, 0);
  }
}

/** For the thread that receives, after each message. */
export function taken(pace: Pace): void {
  Atomics.sub(pace, 0, 1);
  Atomics.notify(pace, 0);
}
