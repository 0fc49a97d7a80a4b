import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { createTar } from 'nanotar';
import { describe, expect, test } from 'vitest';
import type { DatasetProblem } from '../../../kernels/engine/datasets/dataset-error.js';
import { disk } from '../../../kernels/engine/datasets/disk.js';
import type { DownloadProgress } from '../../../kernels/engine/datasets/download.js';
import { fetchDataset, type FetchOptions } from '../../../kernels/engine/datasets/fetch.js';
import { datasets } from '../../../src/lib/datasets/registry.js';
import { localDataset } from '../../local-dataset.js';
import {
  type Answer,
  contents,
  cut,
  emptyFolder,
  from,
  loopback,
  madeUp,
  ranged,
  stall,
  status,
  whole,
} from './loopback.js';

const { dataset, csv, archive } = madeUp();
const half = archive.subarray(0, archive.length >> 1);
const tag = '"version 1"';
const partial = ['made-up.csv.part', 'made-up.csv.part.json'];

/** Fetches from a server with these answers. */
async function attempt(answers: Answer[], options: FetchOptions = {}, of = dataset) {
  const cache = options.folders?.cache ?? (await emptyFolder());
  const { url, ranges } = await loopback(...answers);
  const outcome = await fetchDataset(from(of, url), {
    retries: 1,
    retryDelay: 1,
    stallTimeout: 5_000,
    ...options,
    folders: { cache },
  }).then(
    (fetched) => ({ fetched, error: undefined }),
    (error: Error & { problem?: DatasetProblem }) => ({ fetched: undefined, error }),
  );
  return { ...outcome, cache, ranges };
}

async function expectWhole({ fetched, error, cache }: Awaited<ReturnType<typeof attempt>>) {
  expect(error).toBeUndefined();
  expect(fetched).toEqual({ file: path.join(cache, 'made-up.csv.gz'), downloaded: true });
  expect(gunzipSync(await readFile(fetched!.file)).toString()).toBe(csv);
  expect(await contents(cache)).toEqual(['made-up.csv.gz']);
}

describe('a server that does what it should', () => {
  test('the canonical file lies in the cache, and progress reaches the end', async () => {
    const seen: DownloadProgress[] = [];
    await expectWhole(await attempt([whole(archive)], { onProgress: (progress) => seen.push(progress) }));
    expect(seen.at(-1)).toEqual({ received: archive.length, total: archive.length, attempt: 1 });
    expect(seen.length).toBeGreaterThan(1);
  });

  test('a length that is not told is no obstacle', async () => {
    const seen: DownloadProgress[] = [];
    const chunked: Answer = (_, response) => void response.writeHead(200).end(archive);
    await expectWhole(await attempt([chunked], { onProgress: (progress) => seen.push(progress) }));
    expect(seen.at(-1)).toEqual({ received: archive.length, total: null, attempt: 1 });
  });

  test('a body that was compressed on its way is unpacked, whatever length was told', async () => {
    const packed = gzipSync(archive);
    const headers = { 'content-encoding': 'gzip', etag: tag };
    await expectWhole(await attempt([whole(packed, headers)], { retries: 0 }));
    // What is lacking of it cannot be asked for by its own bytes.
    const outcome = await attempt([
      cut(packed.subarray(0, half.length), packed.length, headers),
      whole(archive),
    ]);
    await expectWhole(outcome);
    expect(outcome.ranges).toEqual([undefined, undefined]);
  });

  test('what is there already is not downloaded again', async () => {
    const first = await attempt([whole(archive)]);
    const second = await attempt([status(404)], { folders: { cache: first.cache } });
    expect(second.fetched).toEqual({ file: first.fetched!.file, downloaded: false });
    expect(second.ranges).toEqual([]);
  });

  test('a corrupt copy in the cache is replaced', async () => {
    const cache = await emptyFolder();
    await writeFile(path.join(cache, 'made-up.csv.gz'), gzipSync('id,size,weight\n'));
    await expectWhole(await attempt([whole(archive)], { folders: { cache } }));
  });

  test('two that fetch at once download once', async () => {
    const cache = await emptyFolder();
    const { url, ranges } = await loopback(whole(archive));
    const both = await Promise.all(
      [1, 2].map(() => fetchDataset(from(dataset, url), { folders: { cache } })),
    );
    expect(both.map(({ downloaded }) => downloaded).sort()).toEqual([false, true]);
    expect(ranges.length).toBe(1);
    expect(await contents(cache)).toEqual(['made-up.csv.gz']);
  });
});

describe('a transfer that breaks', () => {
  test('is continued where it broke', async () => {
    const outcome = await attempt([cut(half, archive.length, { etag: tag }), ranged(archive, tag)]);
    await expectWhole(outcome);
    expect(outcome.ranges).toEqual([undefined, `bytes=${half.length}-`]);
  });

  test('is continued by a later call, from the part that was kept', async () => {
    const first = await attempt([cut(half, archive.length, { etag: tag })], { retries: 0 });
    expect(first.error).toMatchObject({ problem: 'truncated' });
    expect(first.error?.message).toContain(`after ${half.length} of ${archive.length} bytes`);
    expect(await contents(first.cache)).toEqual(partial);

    // The same address, which is part of what a partial file is filed under.
    const { url, ranges } = await loopback(cut(half, archive.length, { etag: tag }), ranged(archive, tag));
    const cache = await emptyFolder();
    const again = () => fetchDataset(from(dataset, url), { retries: 0, folders: { cache } });
    await expect(again()).rejects.toMatchObject({ problem: 'truncated' });
    await expect(again()).resolves.toMatchObject({ downloaded: true });
    expect(ranges).toEqual([undefined, `bytes=${half.length}-`]);
    expect(await contents(cache)).toEqual(['made-up.csv.gz']);
  });

  test('begins again where the server ignores the range', async () => {
    const outcome = await attempt([cut(half, archive.length, { etag: tag }), whole(archive, { etag: tag })]);
    await expectWhole(outcome);
    expect(outcome.ranges).toEqual([undefined, `bytes=${half.length}-`]);
  });

  test('begins again where the file has changed meanwhile', async () => {
    const old = Buffer.alloc(half.length, 7);
    await expectWhole(
      await attempt([cut(old, archive.length, { etag: '"version 0"' }), ranged(archive, tag)]),
    );
  });

  test('begins again where the server names no version', async () => {
    const outcome = await attempt([cut(half, archive.length), ranged(archive, tag)]);
    await expectWhole(outcome);
    expect(outcome.ranges).toEqual([undefined, undefined]);
  });

  test('begins again where the server names the version by a weak tag', async () => {
    const outcome = await attempt([cut(half, archive.length, { etag: `W/${tag}` }), ranged(archive, tag)]);
    await expectWhole(outcome);
    expect(outcome.ranges).toEqual([undefined, undefined]);
  });

  test('begins again where another range comes than was asked for', async () => {
    const wrong: Answer = (_, response) => {
      const rest = archive.subarray(10);
      const range = `bytes 10-${archive.length - 1}/${archive.length}`;
      response.writeHead(206, { 'content-length': rest.length, 'content-range': range }).end(rest);
    };
    const answers = [cut(half, archive.length, { etag: tag }), wrong, ranged(archive, tag)];
    const outcome = await attempt(answers, { retries: 2 });
    await expectWhole(outcome);
    expect(outcome.ranges).toEqual([undefined, `bytes=${half.length}-`, undefined]);
  });

  test('a range that is a part of what was asked for is taken, and the rest asked for', async () => {
    const piece: Answer = (_, response) => {
      const next = archive.subarray(half.length, half.length + 100);
      const range = `bytes ${half.length}-${half.length + 99}/${archive.length}`;
      response.writeHead(206, { 'content-length': 100, 'content-range': range, etag: tag }).end(next);
    };
    const answers = [cut(half, archive.length, { etag: tag }), piece, ranged(archive, tag)];
    const outcome = await attempt(answers, { retries: 2 });
    await expectWhole(outcome);
    expect(outcome.ranges[2]).toBe(`bytes=${half.length + 100}-`);
  });

  test('begins again where the server has nothing at that range', async () => {
    const answers = [cut(half, archive.length, { etag: tag }), status(416), ranged(archive, tag)];
    const outcome = await attempt(answers, { retries: 2 });
    await expectWhole(outcome);
    expect(outcome.ranges).toEqual([undefined, `bytes=${half.length}-`, undefined]);
  });

  test('a part that was whole already is not downloaded again', async () => {
    const answers = [cut(archive, archive.length + 9, { etag: tag }), ranged(archive, tag)];
    const outcome = await attempt(answers);
    await expectWhole(outcome);
    expect(outcome.ranges).toEqual([undefined, `bytes=${archive.length}-`]);
  });

  test('that breaks each time is given up, and what cannot be continued is not kept', async () => {
    const { error, cache, ranges } = await attempt([cut(half, archive.length)]);
    expect(error).toMatchObject({ problem: 'truncated' });
    expect(ranges.length).toBe(2);
    expect(await contents(cache)).toEqual([]);
  });
});

describe('a server that stalls', () => {
  test('amid the file: the rest comes from the next connection', async () => {
    await expectWhole(
      await attempt([stall(half, archive.length, { etag: tag }), ranged(archive, tag)], {
        stallTimeout: 3_000,
      }),
    );
  });

  test('each time: is given up, and the part kept', async () => {
    const answers = [stall(half, archive.length, { etag: tag })];
    const { error, cache } = await attempt(answers, { retries: 0, stallTimeout: 100 });
    expect(error).toMatchObject({ problem: 'stalled' });
    expect(error?.message).toContain('nothing came for 0.1 s');
    expect(await contents(cache)).toEqual(partial);
  });

  test('by a few bytes now and then', async () => {
    const drip: Answer = (_, response) => {
      response.writeHead(200, { 'content-length': archive.length, etag: tag });
      const timer = setInterval(() => response.write(Buffer.alloc(2, 'PK')), 20);
      response.on('close', () => clearInterval(timer));
    };
    const { error } = await attempt([drip], { retries: 0, stallTimeout: 500 });
    expect(error).toMatchObject({ problem: 'stalled' });
    expect(error?.message).toMatch(/only \d+ bytes came for 0\.5 s, after \d+ of \d+ bytes/);
  });

  test('is told before it is tried again', async () => {
    const told: string[] = [];
    await expectWhole(
      await attempt([stall(half, archive.length, { etag: tag }), ranged(archive, tag)], {
        stallTimeout: 3_000,
        log: (message) => told.push(message),
      }),
    );
    expect(told).toEqual([expect.stringMatching(/nothing came for 3 s, .*; trying again \(1 of 1\)$/)]);
  });

  test('before any answer', async () => {
    const { error, cache } = await attempt([() => {}], { retries: 0, stallTimeout: 100 });
    expect(error).toMatchObject({ problem: 'stalled' });
    expect(await contents(cache)).toEqual([]);
  });
});

describe('a server that lies about the length', () => {
  test('too long, and hangs up', async () => {
    const { error, cache } = await attempt([cut(archive, archive.length + 1_000)]);
    expect(error).toMatchObject({ problem: 'truncated' });
    expect(await contents(cache)).toEqual([]);
  });

  test('too long, and holds the line', async () => {
    const { error, cache } = await attempt([stall(archive, archive.length + 1_000)], { stallTimeout: 100 });
    expect(error).toMatchObject({ problem: 'stalled' });
    expect(await contents(cache)).toEqual([]);
  });

  test('too short', async () => {
    const short: Answer = (_, response) => {
      response.writeHead(200, { 'content-length': half.length, etag: tag }).end(half);
    };
    const { error, cache } = await attempt([short]);
    expect(error).toMatchObject({ problem: 'archive' });
    expect(error?.message).toMatch(/no whole zip archive; nothing was kept/);
    expect(await contents(cache)).toEqual([]);
  });

  test('without end', async () => {
    const endless: Answer = (_, response) => {
      const more = () => void response.write(archive, (error) => error || more());
      response.writeHead(200);
      more();
    };
    const { error, cache } = await attempt([endless]);
    expect(error).toMatchObject({ problem: 'oversized' });
    expect(await contents(cache)).toEqual([]);
  });
});

describe('an answer that is none', () => {
  test('404 is not asked again', async () => {
    const { error, cache, ranges } = await attempt([status(404)]);
    expect(error).toMatchObject({ problem: 'refused' });
    expect(error?.message).toContain('the server answered 404 Not Found; the file may have moved');
    expect(ranges.length).toBe(1);
    expect(await contents(cache)).toEqual([]);
  });

  test.each([
    ['a redirect without end', '/archive', 'the server redirects without end'],
    ['a redirect to a file', 'file:///etc/passwd', 'redirects to an address that is none of the web'],
  ])('%s is named, and not asked for again', async (_, location, what) => {
    const redirect: Answer = (_, response) => void response.writeHead(302, { location }).end();
    const { error, ranges } = await attempt([redirect], { retries: 3 });
    expect(error).toMatchObject({ problem: 'refused' });
    expect(error?.message).toContain(what);
    expect(ranges.length).toBeLessThan(25);
  });

  test('headers without end are named, and not asked for again', async () => {
    const headers: Answer = (_, response) => {
      response.writeHead(200, { 'x-long': 'x'.repeat(100_000) }).end();
    };
    const { error, ranges } = await attempt([headers], { retries: 3 });
    expect(error).toMatchObject({ problem: 'refused' });
    expect(error?.message).toContain('more headers than can be right');
    expect(ranges.length).toBe(1);
  });

  test('an address that is none of the web is refused', async () => {
    const folders = { cache: await emptyFolder() };
    await expect(fetchDataset(from(dataset, 'file:///etc/passwd'), { folders })).rejects.toMatchObject({
      problem: 'refused',
      message: 'file:///etc/passwd: only http: and https: addresses are fetched',
    });
  });

  test('500, and then the file', async () => {
    await expectWhole(await attempt([status(500), whole(archive)]));
  });

  test('503 each time', async () => {
    const { error, cache } = await attempt([status(503)]);
    expect(error).toMatchObject({ problem: 'unavailable' });
    expect(await contents(cache)).toEqual([]);
  });

  test('an error page in place of the archive', async () => {
    for (const page of ['<html>log in first</html>', '\uFEFF\n<!DOCTYPE html>\n<title>Log in</title>']) {
      const { error, cache } = await attempt([whole(Buffer.from(page))]);
      expect(error).toMatchObject({ problem: 'archive' });
      expect(error?.message).toContain('serves is a web page and not the file: somebody wants a login');
      expect(await contents(cache)).toEqual([]);
    }
  });

  test('nobody listens', async () => {
    const { url } = await loopback(whole(archive));
    const closed = new URL(url);
    closed.port = '1';
    const cache = await emptyFolder();
    const fetched = fetchDataset(from(dataset, closed.href), { folders: { cache }, retries: 0 });
    await expect(fetched).rejects.toMatchObject({ problem: 'unreachable' });
    expect(await contents(cache)).toEqual([]);
  });
});

describe('a file that is not the one', () => {
  const publish = (text: string, name = 'table.csv') =>
    whole(Buffer.from(zipSync({ [name]: strToU8(text) })));

  test('a changed digit: both checksums are told', async () => {
    const changed = csv.replace('\n7,', '\n8,');
    const { error, cache } = await attempt([publish(changed)]);
    expect(error).toMatchObject({ problem: 'checksum' });
    const got = createHash('sha256').update(changed).digest('hex');
    expect(error?.message).toContain(`expected ${dataset.sha256}, got ${got}; nothing was kept`);
    expect(await contents(cache)).toEqual([]);
  });

  test('a lacking column is named', async () => {
    const { error, cache } = await attempt([publish(csv.replace('weight', 'mass'))]);
    expect(error).toMatchObject({ problem: 'columns' });
    expect(error?.message).toContain('missing "weight"; unknown "mass"');
    expect(await contents(cache)).toEqual([]);
  });

  test('a shorter one', async () => {
    const { error } = await attempt([publish(csv.slice(0, 1_000))]);
    expect(error).toMatchObject({ problem: 'truncated' });
    expect(error?.message).toMatch(new RegExp(`cut short, \\d+ of ${csv.length} bytes`));
  });

  test('an archive without it', async () => {
    const { error } = await attempt([publish(csv, 'another.csv')]);
    expect(error).toMatchObject({ problem: 'archive' });
    expect(error?.message).toContain('holds no table.csv');
  });

  test('an archive with another checksum than is stated', async () => {
    const stated = { ...dataset, source: { ...dataset.source, sha256: '0'.repeat(64) } };
    const { error, cache } = await attempt([whole(archive)], {}, stated);
    expect(error).toMatchObject({ problem: 'checksum' });
    expect(await contents(cache)).toEqual([]);
  });
});

describe('a full disk', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
    syscall: 'write',
  });

  test('while the archive comes in', async () => {
    let left = 1;
    const append: typeof disk.append = async (file, bytes) => {
      if (left-- === 0) throw full;
      await disk.append(file, bytes);
    };
    const answers = [whole(archive, { etag: tag })];
    const { error, cache } = await attempt(answers, { disk: { ...disk, append } });
    expect(error).toMatchObject({ problem: 'disk full' });
    expect(error?.message).toContain('there is no space left');
    expect(await contents(cache)).toEqual([]);
  });

  test('when the file is written', async () => {
    const write = () => Promise.reject(full);
    const { error, cache } = await attempt([whole(archive)], { disk: { ...disk, write } });
    expect(error).toMatchObject({ problem: 'disk full' });
    expect(await contents(cache)).toEqual([]);
  });

  test('a write that fails leaves the file as it was', async () => {
    const folder = await emptyFolder();
    const file = path.join(folder, 'kept');
    await disk.write(file, Buffer.from('old'));
    // A rename onto a folder fails after the temporary file was written.
    await expect(disk.write(folder, Buffer.from('new'))).rejects.toThrow();
    expect(await contents(folder)).toEqual(['kept']);
    expect((await readFile(file)).toString()).toBe('old');
  });
});

describe('an interrupt', () => {
  test('stops the transfer and keeps what can be continued', async () => {
    const controller = new AbortController();
    const { error, cache, ranges } = await attempt([stall(half, archive.length, { etag: tag })], {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(error?.name).toBe('AbortError');
    expect(ranges.length).toBe(1);
    expect(await contents(cache)).toEqual(partial);
  });

  test('stops the wait before a retry', async () => {
    const controller = new AbortController();
    const answer: Answer = (request, response) => {
      status(500)(request, response);
      setTimeout(() => controller.abort(), 50);
    };
    const { error, cache } = await attempt([answer], { signal: controller.signal, retryDelay: 3_600_000 });
    expect(error?.name).toBe('AbortError');
    expect(await contents(cache)).toEqual([]);
  });
});

// The published archives cannot be had without a network: these have the same form, made from the real file.
describe.each(datasets)('the form in which $name is published', (real) => {
  test('comes out as the registered file', async (context) => {
    const text = localDataset(real.name, context);
    const body = real.source.headerless ? text.slice(text.indexOf('\n') + 1) : text;
    const published = strToU8(body.replaceAll('\n', '\r\n'));
    const { entry, format } = real.source;
    const made =
      format === 'zip'
        ? zipSync({ [entry]: [published, { level: 1 }] })
        : gzipSync(createTar([{ name: `CaliforniaHousing/${entry}`, data: published }]), { level: 1 });
    const unpinned = { ...real, source: { ...real.source, sha256: undefined } };
    const { fetched, error } = await attempt([whole(made)], {}, unpinned);
    expect(error).toBeUndefined();
    expect(gunzipSync(await readFile(fetched!.file)).toString() === text).toBe(true);
  });
});
