/** Lets one at a time work on what cannot be shared. */
export interface Turns {
  /** Resolves, in the order of the calls, to what ends the turn. */
  take(): Promise<() => void>;
}

export function turns(): Turns {
  let last: Promise<void> = Promise.resolve();
  return {
    take() {
      let end!: () => void;
      const before = last;
      last = new Promise<void>((resolve) => (end = resolve));
      return before.then(() => end);
    },
  };
}
