import { describe, expect, it } from 'vitest';
import {
  anew,
  input,
  Mutable,
  type Notify,
  now,
  observe,
  queue,
} from '../../../kernels/jupyter/cells/generators.js';

function source<T>(kind: typeof observe) {
  let notify: Notify<T> = () => undefined;
  let disposed = 0;
  const values = kind<T>((next) => {
    notify = next;
    return () => void disposed++;
  });
  return { values, send: (value: T) => notify(value), disposed: () => disposed };
}

describe('generators', () => {
  it('observe: the latest value, each once', async () => {
    const { values, send, disposed } = source<number>(observe);
    const first = values.next();
    send(1);
    expect(await first).toEqual({ done: false, value: 1 });
    for (const value of [2, 3, 4]) send(value);
    expect((await values.next()).value).toBe(4);
    const next = values.next();
    send(5);
    expect((await next).value).toBe(5);
    await values.return();
    expect(disposed()).toBe(1);
  });

  it('queue: every value, in order', async () => {
    const { values, send, disposed } = source<number>(queue);
    const first = values.next();
    for (const value of [1, 2, 3]) send(value);
    expect((await first).value).toBe(1);
    expect((await values.next()).value).toBe(2);
    expect((await values.next()).value).toBe(3);
    const waiting = values.next();
    send(4);
    expect((await waiting).value).toBe(4);
    await values.return();
    expect(disposed()).toBe(1);
  });

  it('input: the value of an element, now and as it changes', async () => {
    const element = Object.assign(new EventTarget(), { value: 'a' });
    const values = input(element);
    expect((await values.next()).value).toBe('a');
    const next = values.next();
    element.value = 'b';
    element.dispatchEvent(new Event('input'));
    expect((await next).value).toBe('b');
    await values.return();
  });

  it('now: the time', async () => {
    const values = now();
    expect(Math.abs((await values.next()).value! - Date.now())).toBeLessThan(1000);
    await values.return();
  });

  it('Mutable: a value that can be set, and heard of anew', async () => {
    const count = Mutable(1);
    expect((await count.next()).value).toBe(1);
    const next = count.next();
    count.value += 1;
    expect([count.value, (await next).value]).toEqual([2, 2]);
    await count.return();
    count.value = 3;
    const other = count[anew]();
    expect((await other.next()).value).toBe(3);
    const last = other.next();
    count.value = 4;
    expect((await last).value).toBe(4);
    expect(await count.next()).toEqual({ done: true, value: undefined });
    await other.return();
  });
});
