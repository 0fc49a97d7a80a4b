import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPapers } from '../../kernels/engine/papers.js';
import { firstLook, placeFirstLook } from '../../kernels/workbook/first-look.js';
import type { PageParts } from '../../kernels/workbook/parts/page-parts.js';
import { sharedSite } from '../browser/built-site.js';

describe('what the index shows first', () => {
  let folder: string;
  const at = (...names: string[]) => path.join(folder, ...names);
  const write = async (file: string, text: string) => {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  };
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'litmus-first-look-'));
    for (const name of ['a', 'b', 'c']) await write(at('kept', 'data', `${name}.svg`), name);
    await write(at('cache', 'data', 'b.svg'), 'computed here');
    await write(at('cache', 'data', 'c.svg'), 'c');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is put where nothing lies yet, and told of where it still lies', async () => {
    const placed = await placeFirstLook(at('cache'), at('kept'));
    expect([...placed].sort()).toEqual(['data/a.svg', 'data/c.svg']);
    expect(await readFile(at('cache', 'data', 'a.svg'), 'utf8')).toBe('a');
    expect(await readFile(at('cache', 'data', 'b.svg'), 'utf8')).toBe('computed here');
  });

  it('may be lost', async () => {
    expect((await placeFirstLook(at('cache'), at('none'))).size).toBe(0);
  });
});

describe('what the repository keeps of it', () => {
  it('is what the index says: else run npm run first-look', async () => {
    const kept = JSON.parse(
      await readFile(path.join(firstLook, 'data', 'shelf', 'parts.json'), 'utf8'),
    ) as PageParts;
    const site = await sharedSite();
    const index = new JSDOM(await readFile(path.join(site, 'index.html'), 'utf8')).window.document;
    for (const name of ['tested', 'papers']) {
      const shown = index.querySelector(`[data-part="${name}"]`)!.textContent;
      expect(JSDOM.fragment(kept[name].html).textContent).toBe(shown?.trim());
    }
  }, 600_000);

  it('has a picture of every paper that has one', async () => {
    for (const { slug, thumbnail } of await loadPapers())
      if (thumbnail)
        expect(
          await readFile(path.join(firstLook, 'data', slug, 'thumbnail.svg'), 'utf8'),
          'run npm run first-look',
        ).toMatch(/^<svg /);
  });
});
