import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sha256 } from '../../../kernels/engine/checksum.js';
import { exists } from '../../../kernels/engine/exists.js';
import type { Maker, Outcome } from '../../../kernels/workbook/page-files/maker.js';
import { serveFiles } from '../../../kernels/workbook/page-files/served-files.js';

const placed = (sha: string): Outcome => ({ sha, problems: [] });

/** Makers that answer as they are told, in the order in which they are started. */
function makers(...answers: ((name: string, mayCompute: boolean) => Outcome | Promise<Outcome>)[]) {
  const asked: string[][] = [];
  const stopped: number[] = [];
  const start = (): Maker => {
    const index = asked.push([]) - 1;
    return {
      async place(name, mayCompute) {
        asked[index].push(name);
        return answers[Math.min(index, answers.length - 1)](name, mayCompute);
      },
      stop: () => stopped.push(index),
    };
  };
  return { start, asked, stopped };
}

let cache: string;
beforeEach(async () => (cache = await mkdtemp(path.join(tmpdir(), 'litmus-served-'))));
afterEach(() => rm(cache, { recursive: true }));

const request = (name: string) => `/_file/data/${name}`;

describe('before Framework answers', () => {
  it('a file of a loader is put in its place, and nothing else is asked for', async () => {
    const { start, asked } = makers(() => placed('a'));
    const files = serveFiles({ cache, start, changed: vi.fn() });
    for (const pathname of [
      request('toy/a.parquet'),
      '/notebooks',
      '/_file/style.css',
      request('../../etc/x.json'),
      '/api/claims.json',
    ])
      await files.beforehand(pathname);
    expect(asked).toEqual([['data/toy/a.parquet', 'api/claims.json']]);
  });

  it('what a page is filled with is put in its place', async () => {
    const { start, asked } = makers(() => placed('a'));
    const files = serveFiles({ cache, start, changed: vi.fn() });
    for (const page of ['/papers/cs-ib', '/papers/gain-control.html', '/claims', '/papers/none'])
      await files.beforehand(page);
    expect(asked).toEqual([
      [
        'data/cs-ib/parts.json',
        'data/cs-ib/prose.json',
        'data/gain-control/parts.json',
        'data/gain-control/prose.json',
        'data/shelf/parts.json',
      ],
    ]);
  });

  it('what a page is filled with is waited for no longer than a moment: the page hears of it', async () => {
    let resolve: (outcome: Outcome) => void = () => undefined;
    const promise = new Promise<Outcome>((settle) => (resolve = settle));
    const { start } = makers((name) => (name.endsWith('parts.json') ? promise : placed('a')));
    const changed = vi.fn();
    const files = serveFiles({ cache, start, changed, patience: 5 });
    await files.beforehand('/papers/cs-ib');
    expect(changed).not.toHaveBeenCalled();
    resolve(placed('b'));
    await vi.waitFor(() => expect(changed.mock.calls).toEqual([[['data/cs-ib/parts.json']]]));
  });

  it('another process is asked where one ended by itself, once', async () => {
    const { start, asked } = makers(
      () => 'ended',
      () => 'ended',
      () => placed('a'),
    );
    const files = serveFiles({ cache, start, changed: vi.fn() });
    await files.beforehand(request('toy/a.parquet'));
    expect(asked).toHaveLength(2);
    await files.beforehand(request('toy/a.parquet'));
    expect(asked).toHaveLength(3);
  });
});

describe('what an earlier preview has left of a page’s contents', () => {
  const name = 'data/shelf/parts.json';
  const left = () => path.join(cache, name);
  beforeEach(async () => {
    await mkdir(path.dirname(left()), { recursive: true });
    await writeFile(left(), 'before');
  });
  const before = sha256(Buffer.from('before'));
  /** Serves by a maker that answers when it is told to. */
  function serve(patience?: number, ofRepository?: readonly string[]) {
    let answer: (outcome: Outcome) => void = () => undefined;
    const promise = new Promise<Outcome>((settle) => (answer = settle));
    const changed = vi.fn();
    const { start } = makers(() => promise);
    const given = ofRepository && Promise.resolve(new Set(ofRepository));
    const files = serveFiles({ cache, start, changed, patience, pause: 0, ofRepository: given });
    return { files, changed, answer };
  }

  it('is shown at once, and stays where it is right', async () => {
    const { files, changed, answer } = serve();
    await files.beforehand('/claims');
    answer(placed(before));
    await files.beforehand('/claims');
    expect(changed).not.toHaveBeenCalled();
    expect(await exists(left())).toBe(true);
  });

  it('makes way for what is right: the page hears of it', async () => {
    const { files, changed, answer } = serve();
    await files.beforehand('/claims');
    answer(placed('after'));
    await vi.waitFor(() => expect(changed.mock.calls).toEqual([[[name]]]));
  });

  it('is taken away where it is not known in time to be right', async () => {
    const { files, changed, answer } = serve(5);
    await files.beforehand('/claims');
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
    expect(await exists(left())).toBe(false);
    answer(placed(before));
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(2));
  });

  it('stays until it is known what is right where the repository has it so', async () => {
    const { files, changed, answer } = serve(5, [name]);
    await files.beforehand('/');
    await sleep(50);
    await files.beforehand('/');
    expect(changed).not.toHaveBeenCalled();
    expect(await exists(left())).toBe(true);
    answer(placed('after'));
    await vi.waitFor(() => expect(changed.mock.calls).toEqual([[[name]]]));
  });
});

describe('when code has changed', () => {
  it('pages hear of the files that are other now, or have to be computed, and of no others', async () => {
    const { start, asked, stopped } = makers(
      () => placed('before'),
      (name, mayCompute) =>
        name.endsWith('same.parquet')
          ? placed('before')
          : name.endsWith('slow.parquet') && !mayCompute
            ? undefined
            : placed('after'),
    );
    const changed = vi.fn();
    const files = serveFiles({ cache, start, changed });
    for (const name of ['same', 'other', 'slow']) await files.beforehand(request(`toy/${name}.parquet`));
    files.renew();
    await vi.waitFor(() =>
      expect(changed.mock.calls).toEqual([[['data/toy/other.parquet', 'data/toy/slow.parquet']]]),
    );
    expect(stopped).toEqual([0]);
    expect(asked[1]).toHaveLength(3);
  });

  it('what a page is filled with is made before the page hears of it', async () => {
    const { start } = makers(
      () => placed('before'),
      (_, mayCompute) => (mayCompute ? placed('after') : undefined),
    );
    const changed = vi.fn();
    const files = serveFiles({ cache, start, changed });
    await files.beforehand('/papers/cs-ib');
    files.renew();
    await vi.waitFor(() =>
      expect(changed.mock.calls.flat(2).sort()).toEqual(['data/cs-ib/parts.json', 'data/cs-ib/prose.json']),
    );
  });

  it('who waits for a file gets it from the process that has taken the place of the one that was asked', async () => {
    let end: (outcome: Outcome) => void = () => undefined;
    const { start, asked } = makers(
      () => new Promise<Outcome>((resolve) => (end = resolve)),
      () => placed('after'),
    );
    const files = serveFiles({ cache, start, changed: vi.fn() });
    const waiting = files.beforehand(request('toy/a.parquet'));
    await vi.waitFor(() => expect(asked[0]).toHaveLength(1));
    files.renew();
    end('ended');
    await waiting;
    expect(asked[1]).toEqual(['data/toy/a.parquet']);
  });

  it('a change upon a change is told by what was last given, once', async () => {
    let release: () => void = () => undefined;
    const late = new Promise<void>((resolve) => (release = resolve));
    const { start } = makers(
      () => placed('first'),
      () => late.then(() => placed('second')),
      () => placed('second'),
    );
    const changed = vi.fn();
    const files = serveFiles({ cache, start, changed });
    await files.beforehand(request('toy/a.parquet'));
    files.renew();
    files.renew();
    release();
    await vi.waitFor(() => expect(changed).toHaveBeenCalled());
    await late;
    expect(changed.mock.calls).toEqual([[['data/toy/a.parquet']]]);
  });
});
