import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { makersOf } from '../../kernels/workbook/make-ahead.js';
import type { Maker, Outcome } from '../../kernels/workbook/page-files/maker.js';

/** A maker that takes its time for each file, and remembers what it was asked for. */
function maker(milliseconds: number, outcome: (name: string) => Outcome = () => ({ sha: '', problems: [] })) {
  const asked: string[] = [];
  const stop = vi.fn();
  const own: Maker = {
    async place(name) {
      asked.push(name);
      await sleep(milliseconds);
      return outcome(name);
    },
    stop,
  };
  return { own, asked, stop };
}

const files = { ofPapers: ['a', 'b', 'c', 'd'], ofAll: ['all'] };

describe('what is made ahead', () => {
  it('is made by one process, each file once, where it is done soon', async () => {
    const first = maker(0);
    const start = vi.fn();
    const makers = makersOf({ first: first.own, start, patience: 1000 });
    await Promise.all([makers.ahead(files), makers.place('c'), makers.place('all')]);
    expect(first.asked.toSorted()).toEqual(['a', 'all', 'b', 'c', 'd']);
    expect(start).not.toHaveBeenCalled();
  });

  it('is shared out where it takes long, and what needs all of it waits for that', async () => {
    const [first, second] = [maker(20), maker(5)];
    const makers = makersOf({ first: first.own, start: () => second.own, patience: 1 });
    await makers.ahead(files);
    expect(second.asked.length).toBeGreaterThan(0);
    expect([...first.asked, ...second.asked].toSorted()).toEqual(['a', 'all', 'b', 'c', 'd']);
    expect(first.asked.at(-1)).toBe('all');
    expect(second.stop).toHaveBeenCalled();
  });

  it('fails for who asks for it, and keeps nothing else from being made', async () => {
    const first = maker(0, (name) => (name === 'b' ? 'ended' : { sha: name, problems: [] }));
    const makers = makersOf({ first: first.own, start: vi.fn(), patience: 1000 });
    await makers.ahead(files);
    expect(first.asked).toHaveLength(5);
    await expect(makers.place('b')).rejects.toThrow('ended before it had made b');
    expect(await makers.place('d')).toMatchObject({ sha: 'd' });
  });
});
