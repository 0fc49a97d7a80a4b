/** Tells a generator of its next value. */
export type Notify<T> = (value: T) => void;

/**
 * Values as they come: `initialize` is handed a function to call with each, and may return another that is
 * called at the end. Values that come faster than they are taken are passed over, but for the last.
 */
export async function* observe<T>(
  initialize: (notify: Notify<T>) => (() => void) | void,
): AsyncGenerator<T, void, void> {
  let resolve: ((value: T) => void) | undefined;
  let stale = false;
  let value: T | undefined;
  const dispose = initialize((next) => {
    value = next;
    if (resolve) {
      resolve(next);
      resolve = undefined;
    } else stale = true;
  });
  try {
    for (;;) {
      if (stale) {
        stale = false;
        yield value!;
      } else
        yield await new Promise<T>((next) => {
          resolve = next;
        });
    }
  } finally {
    dispose?.();
  }
}

/** Like {@link observe}, but every value is taken. */
export async function* queue<T>(
  initialize: (notify: Notify<T>) => (() => void) | void,
): AsyncGenerator<T, void, void> {
  const values: T[] = [];
  let resolve: (() => void) | undefined;
  const dispose = initialize((next) => {
    values.push(next);
    resolve?.();
  });
  try {
    for (;;) {
      if (values.length === 0)
        await new Promise<void>((next) => {
          resolve = next;
        });
      yield values.shift()!;
    }
  } finally {
    dispose?.();
  }
}

/** The values of an input element, as they change. */
export function input(
  element: EventTarget & { readonly value?: unknown },
): AsyncGenerator<unknown, void, void> {
  return observe((notify) => {
    const read = () => notify(element.value);
    element.addEventListener('input', read);
    if (element.value !== undefined) read();
    return () => element.removeEventListener('input', read);
  });
}

/** The time, each second. */
export async function* now(): AsyncGenerator<number, void, void> {
  for (;;) {
    yield Date.now();
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/** Under this name a generator can be had anew, for a dataflow that takes the place of another. */
export const anew: unique symbol = Symbol('anew') as never;

/** A value that its cell, or functions of it, may change; what uses it is then computed again. */
export type Mutable<T> = AsyncGenerator<T, void, void> & {
  value: T;
  [anew](): AsyncGenerator<T, void, void>;
};

export function Mutable<T>(initial: T): Mutable<T> {
  let value = initial;
  const listening = new Set<Notify<T>>();
  const values = () =>
    observe<T>((notify) => {
      listening.add(notify);
      notify(value);
      return () => void listening.delete(notify);
    });
  return Object.defineProperties(values(), {
    value: {
      get: () => value,
      set(next: T) {
        value = next;
        for (const notify of listening) notify(next);
      },
    },
    [anew]: { value: values },
  }) as Mutable<T>;
}

/** Whether a value goes on yielding others, as the dataflow sees it. */
export function isGenerator(value: unknown): boolean {
  const { next, return: end } = (value ?? {}) as Partial<Generator>;
  return typeof next === 'function' && typeof end === 'function';
}
