import { describe, expect, it } from 'vitest';
import { messageQueue } from '../../src/components/message-queue.js';

const take = async <T>(queue: AsyncIterable<T>, found: T[] = []) => {
  for await (const value of queue) found.push(value);
  return found;
};

describe('messageQueue', () => {
  it('hands over what was put in before and while it is read, then ends', async () => {
    const queue = messageQueue<number>();
    queue.put(1);
    const found = take(queue);
    await Promise.resolve();
    queue.put(2);
    queue.put(3);
    queue.end();
    queue.put(4);
    expect(await found).toEqual([1, 2, 3]);
  });

  it('fails after what came before, and stays as it ended', async () => {
    const queue = messageQueue<number>();
    queue.put(1);
    queue.fail(new Error('lost'));
    queue.end();
    const found: number[] = [];
    await expect(take(queue, found)).rejects.toThrow('lost');
    expect(found).toEqual([1]);
  });

  it('fails without a value as the reason, too', async () => {
    const queue = messageQueue<number>();
    queue.fail(undefined);
    await expect(take(queue)).rejects.toBeUndefined();
  });
});
