import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createMarkdownIt, parseMarkdown } from '@observablehq/framework/dist/markdown.js';
import { describe, expect, it } from 'vitest';
import { madeOfClaims } from '../../kernels/workbook/made-of-claims.js';
import { targetOf } from '../../kernels/workbook/page-files/target.js';
import { claimPageLike, writeClaimPages } from '../../kernels/workbook/parts/claim-pages.js';
import { fillParts, partsNameOf, readParts } from '../../kernels/workbook/parts/fill-parts.js';
import { proseOf } from '../../kernels/workbook/parts/search-index.js';
import { proseMistakes } from '../../kernels/workbook/prose.js';
import { missingFile } from '../../src/lib/experiment/missing.js';

const parts = {
  claims: { html: '<ul><li>${1 + 1}</li></ul>' },
  'claim/a': { html: '<p>all of it</p>', title: 'D < 0 & rising' },
};
const fill = fillParts((slug) => (slug === 'cs-ib' ? parts : 'not computed yet'));
const md = createMarkdownIt({ markdownIt: fill });
const page = (source: string, at: string, params?: Record<string, string>) =>
  parseMarkdown(source, { md, path: at, params });

describe('parts that are HTML ahead of time', () => {
  it('stand in the page as they were drawn', () => {
    expect(page('# T\n\n<div data-part="claims"></div>\n\nText.', '/papers/cs-ib').body).toContain(
      '<div data-part="claims"><ul><li>${1 + 1}</li></ul></div>\n<p>Text.</p>',
    );
  });

  it('bring the page’s heading, which is also its title', () => {
    const { body, title } = page('<div data-part="claim/[id]"></div>', '/claims/cs-ib/a', {
      paper: 'cs-ib',
      id: 'a',
    });
    expect(title).toBe('D < 0 & rising');
    expect(body).toContain('D &lt; 0 &amp; rising</h1>');
    expect(body).toContain('<p>all of it</p>');
  });

  it.each([
    ['<div data-part="claims"></div>', '/claims', 'claims: not computed yet'],
    ['<div data-part="none"></div>', '/papers/cs-ib', 'none: there is no such part'],
    ['<div data-part="claims"></div>', '/estimators', 'claims: this page has none'],
  ])('that are missing are shown as a dash, and named', (source, at, why) => {
    expect(proseMistakes(page(source, at).body)).toEqual([why]);
  });

  it.each([
    ['/papers/mist', undefined],
    ['/papers/cs-ib.html', 'data/cs-ib/parts.json'],
    ['/claims/cs-ib/a', 'data/cs-ib/parts.json'],
    ['/claims', 'data/shelf/parts.json'],
    ['/', 'data/shelf/parts.json'],
    ['/api', 'data/shelf/parts.json'],
    ['/how-we-judge.html', 'data/shelf/parts.json'],
    ['/estimators', undefined],
    ['/_file/data/cs-ib/plane.parquet', undefined],
  ])('are a paper’s on its page and on those of its claims, or those of all: %s', async (at, name) => {
    expect(await partsNameOf(at)).toBe(name);
  });

  it('are read from what loaders have written', async () => {
    const cache = await mkdtemp(path.join(os.tmpdir(), 'litmus-parts-'));
    for (const slug of ['a', 'b']) await mkdir(path.join(cache, 'data', slug), { recursive: true });
    await writeFile(path.join(cache, 'data/a/parts.json'), JSON.stringify(parts));
    await writeFile(path.join(cache, 'data/b/parts.json'), missingFile('the data set is not here'));
    const read = readParts(cache);
    expect(read('a')).toEqual(parts);
    expect(read('b')).toBe('the data set is not here');
    expect(read('c')).toBe('not computed yet');
  });
});

describe('a file that is made of claims', () => {
  it.each([...madeOfClaims.keys()])('is known by its name: %s', async (file) => {
    const name = file === 'parts.json' || file === 'search.json' ? `data/shelf/${file}` : `api/${file}`;
    expect(await targetOf('src', name)).toEqual({ kind: 'of claims', slug: 'shelf', file });
  });

  it('is none of these', async () => {
    expect(await targetOf('src', 'api/other.json')).toBeUndefined();
    expect(await targetOf('src', 'data/cs-ib/other.json')).toBeUndefined();
    const table = { kind: 'table', slug: 'cs-ib', table: 'plane' };
    expect(await targetOf('src', 'api/tables/cs-ib/plane.parquet')).toMatchObject(table);
    expect(await targetOf('src', 'data/cs-ib/thumbnail.svg')).toMatchObject({ file: 'thumbnail' });
  });
});

describe('the page of a claim that is made after that of another', () => {
  const page =
    '<html><title>A | Litmus</title><a href="../../claims">c</a><main id="x">\n<h1>A</h1><p>a</p>\n</main><footer></footer></html>';

  it('differs in title and body alone', () => {
    expect(claimPageLike(page, { html: '<p>$& b</p>', title: 'B < $1' })).toBe(
      '<html><title>B &lt; $1 | Litmus</title><a href="../../claims">c</a><main id="x">\n' +
        '<h1>B &lt; $1</h1>\n<div><p>$& b</p></div>\n</main><footer></footer></html>',
    );
    expect(() => claimPageLike('<html></html>', { html: '' })).toThrow('otherwise than expected');
  });

  it('is written for every claim where Framework writes one', async () => {
    const written = new Map<string, unknown>();
    const effects = {
      writeFile: (file: string, text: unknown) => Promise.resolve(void written.set(file, text)),
    };
    const read = (slug: string) =>
      slug === 'cs-ib' ? { ...parts, 'claim/b': { html: 'b', title: 'B' } } : 'not computed yet';
    writeClaimPages(effects as never, ['cs-ib', 'mist'], read);
    await effects.writeFile('/claims/cs-ib/a.html', page);
    await effects.writeFile('/claims.html', page);
    expect([...written.keys()]).toEqual(['/claims/cs-ib/a.html', '/claims/cs-ib/b.html', '/claims.html']);
    expect(written.get('/claims/cs-ib/b.html')).toContain('<h1>B</h1>');
    expect(written.get('/claims.html')).toBe(page);
  });
});

describe('the words that a page is found by', () => {
  it('are what a reader sees', () => {
    const source =
      '---\ntitle: T\n---\n\n# A *b*\n\n```ts\ncode();\n```\n\n$x^2$ [link](./x) {{n}} {{c? falls}}';
    expect(proseOf(source)).toBe('A b link falls');
  });
});
