/** What one side puts in when it has it, the other takes out when it wants it. */
export interface MessageQueue<T> extends AsyncIterable<T> {
  put(value: T): void;
  /** Ends the iteration once everything before has been taken. */
  end(): void;
  /** Ends it with an error instead, once everything before has been taken. */
  fail(error: unknown): void;
}

/** An unbounded queue for one reader; what comes after its end is dropped. */
export function messageQueue<T>(): MessageQueue<T> {
  const waiting: T[] = [];
  let outcome: { readonly error?: unknown; readonly failed: boolean } | undefined;
  let wake = () => {};
  const finish = (result: NonNullable<typeof outcome>) => {
    outcome ??= result;
    wake();
  };
  return {
    put(value) {
      if (!outcome) waiting.push(value);
      wake();
    },
    end: () => finish({ failed: false }),
    fail: (error) => finish({ failed: true, error }),
    async *[Symbol.asyncIterator]() {
      for (;;) {
        while (waiting.length > 0) yield waiting.shift()!;
        if (outcome?.failed) throw outcome.error;
        if (outcome) return;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}
