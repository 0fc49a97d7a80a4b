import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BadRequest, fields } from '../../../kernels/jupyter/session/content.js';
import { type Entry, history, type HistoryStore } from '../../../kernels/jupyter/session/history.js';
import { historyFile } from '../../../kernels/jupyter/session/history-file.js';

/** A store in memory. */
function store(entries: Entry[] = []): HistoryStore & { readonly entries: Entry[] } {
  return {
    entries,
    load: () => Promise.resolve([...entries]),
    append: (entry) => Promise.resolve(void entries.push(entry)),
  };
}

const earlier: Entry[] = [
  [1, 1, 'a', null],
  [1, 2, 'b', null],
  [2, 1, 'a', null],
  [2, 2, 'c', null],
];

/** A history with two sessions before, and two cells in this one, the third. */
function third() {
  const past = history(store([...earlier]));
  past.add(1, 'x = 1');
  past.add(2, 'a');
  past.result(2, '7');
  return past;
}

const find = (past: ReturnType<typeof history>, request: object) => past.find(fields({ ...request }));

describe('a history', () => {
  it('gives its tail, of earlier sessions too', async () => {
    expect(await find(third(), { hist_access_type: 'tail', n: 3 })).toEqual([
      [2, 2, 'c'],
      [3, 1, 'x = 1'],
      [3, 2, 'a'],
    ]);
    expect(await find(third(), {})).toHaveLength(6);
    expect(await find(third(), { n: 0 })).toEqual([]);
    expect(await find(third(), { n: -1 })).toEqual([]);
  });

  it('gives what cells came to where that is asked for', async () => {
    expect(await find(third(), { n: 2, output: true })).toEqual([
      [3, 1, ['x = 1', null]],
      [3, 2, ['a', '7']],
    ]);
  });

  it.each<[object, unknown[]]>([
    [{ session: 0 }, ['x = 1', 'a']],
    [{ session: 3 }, ['x = 1', 'a']],
    [{ session: -1 }, ['a', 'c']],
    [{ session: 1, start: 2 }, ['b']],
    [{ session: 1, start: 1, stop: 2 }, ['a']],
    [{ session: 9 }, []],
  ])('gives the range %j', async (range, sources) => {
    const found = await find(third(), { hist_access_type: 'range', ...range });
    expect(found.map((entry) => (entry as Entry)[2])).toEqual(sources);
  });

  it.each<[object, unknown[]]>([
    [{ pattern: 'a' }, ['a', 'a', 'a']],
    [{ pattern: 'a', unique: true }, ['a']],
    [{ pattern: '?', n: 2 }, ['c', 'a']],
    [{ pattern: '*=*' }, ['x = 1']],
    [{ pattern: 'x ? [0-9]' }, ['x = 1']],
    [{ pattern: '[!ax]' }, ['b', 'c']],
    [{ pattern: '' }, []],
    [{ pattern: '.' }, []],
  ])('finds %j', async (search, sources) => {
    const found = await find(third(), { hist_access_type: 'search', ...search });
    expect(found.map((entry) => (entry as Entry)[2])).toEqual(sources);
  });

  it('finds every source by itself, and by a star in place of any part of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.nat(), fc.nat(), async (source, i, j) => {
        const past = history();
        past.add(1, source);
        const [from, to] = [i % (source.length + 1), j % (source.length + 1)].sort((a, b) => a - b);
        const literal = (text: string) => text.replace(/[[*?]/g, '[$&]');
        const pattern = `${literal(source.slice(0, from))}*${literal(source.slice(to))}`;
        expect(await find(past, { hist_access_type: 'search', pattern })).toEqual([[1, 1, source]]);
      }),
    );
  });

  it('refuses what it cannot do, and no pattern makes it fail otherwise', async () => {
    await expect(find(third(), { hist_access_type: 'guess' })).rejects.toThrow(BadRequest);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(...'[]!-*?\\a^z') }), async (pattern) => {
        await find(third(), { hist_access_type: 'search', pattern }).catch((error: unknown) =>
          expect(error).toBeInstanceOf(BadRequest),
        );
      }),
    );
  });

  it('stores what is added, under the number of its session', async () => {
    const kept = store([...earlier]);
    const past = history(kept);
    past.add(1, 'new');
    await find(past, {});
    expect(kept.entries.slice(4)).toEqual([[3, 1, 'new', null]]);
  });
});

describe('the file of a history', () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'litmus-history-'))));
  afterAll(() => rm(folder, { recursive: true }));

  it('is made when it is first needed, for its owner alone, and read again', async () => {
    const file = path.join(folder, 'deep/er/history.jsonl');
    expect(await historyFile(file).load()).toEqual([]);
    const writing = historyFile(file);
    const entries: Entry[] = [
      [1, 1, 'multi\nline "𝕏"', null],
      [1, 2, '', 'result'],
    ];
    await Promise.all(entries.map((entry) => writing.append(entry)));
    expect(await historyFile(file).load()).toEqual(entries);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('passes over lines that are not its own', async () => {
    const file = path.join(folder, 'damaged.jsonl');
    const good: Entry = [4, 1, 'good', null];
    await writeFile(
      file,
      `nonsense\n{"a":1}\n[1]\nnull\n["1",2,"x",null]\n${JSON.stringify(good)}\n[5,1,"cut`,
    );
    expect(await historyFile(file).load()).toEqual([good]);
    await historyFile(file).append([5, 1, 'next', null]);
    expect(await readFile(file, 'utf8')).toContain('good');
  });

  it('does not fail where nothing can be written', async () => {
    await writeFile(path.join(folder, 'occupied'), '');
    const file = path.join(folder, 'occupied/history.jsonl');
    await expect(historyFile(file).append([1, 1, 'x', null])).resolves.toBeUndefined();
    expect(await historyFile(file).load()).toEqual([]);
  });
});
