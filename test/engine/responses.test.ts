import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exists } from '../../kernels/engine/exists.js';
import { loadPaper } from '../../kernels/engine/papers.js';
import { readResponses } from '../../kernels/engine/responses.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'litmus-responses-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const read = async (text: string) => {
  await writeFile(path.join(folder, 'made.md'), text);
  return readResponses('made', ['a', 'b'], folder);
};

describe('responses of authors', () => {
  it('are read with day, author, claims and paragraphs', async () => {
    const text =
      '# Responses\n\n## 2026-12-01, Ada Lovelace, Esq.: a, b\n\nOne\nline.\n\nTwo.\n\n## 2026-12-02, B: b\nThree.\n';
    expect(await read(text)).toEqual([
      {
        date: '2026-12-01',
        author: 'Ada Lovelace, Esq.',
        claims: ['a', 'b'],
        paragraphs: ['One line.', 'Two.'],
      },
      { date: '2026-12-02', author: 'B', claims: ['b'], paragraphs: ['Three.'] },
    ]);
  });

  it('are none where there is no file', async () => {
    expect(await readResponses('other', [], folder)).toEqual([]);
  });

  it.each([
    ['## yesterday, Ada: a', 'line 1: "## yesterday, Ada: a" is not of the form'],
    ['\n## 2026-12-01, Ada: a, c', 'line 2: made has no claim "c"; it has a, b'],
  ])('are refused where they cannot be placed: %j', async (text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });

  it('that are kept here can be read', async () => {
    const files = (await exists('responses')) ? await readdir('responses') : [];
    for (const file of files) {
      const slug = path.basename(file, '.md');
      const { claims } = await (await loadPaper(slug)).claims!();
      await expect(
        readResponses(
          slug,
          claims.map(({ id }) => id),
        ),
      ).resolves.not.toEqual([]);
    }
  });
});
