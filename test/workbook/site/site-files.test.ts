import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimBadge, paperBadge } from '../../../kernels/workbook/site/badges.js';
import { cardSvg } from '../../../kernels/workbook/site/card.js';
import { writeSiteFiles } from '../../../kernels/workbook/site/site-files.js';
import { verdictColors } from '../../../kernels/workbook/site/verdict-colors.js';
import { countVerdicts, verdicts } from '../../../src/lib/claims/verdict.js';
import { shelf } from '../../../src/lib/shelf/shelf.js';
import { claimFacts, facts } from './facts.js';

const site = 'https://example.org/litmus/';
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200"><rect width="9" height="9"/></svg>';
let folder: string;
const read = (file: string) => readFile(path.join(folder, file), 'utf8');
const xml = (text: string) => new JSDOM(text, { contentType: 'text/xml' }).window.document;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'litmus-site-files-'));
  await mkdir(path.join(folder, 'papers'));
  for (const page of ['index', 'claims', '404', 'papers/cs-ib'])
    await writeFile(path.join(folder, `${page}.html`), '');
  const papers = new Map([['cs-ib', facts]]);
  await writeSiteFiles({ folder, site, facts: papers, picture: () => Promise.resolve(picture) });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the files beside the pages', () => {
  it('list every page that is to be found, with the day of its last verdict', async () => {
    const places = Array.from(
      xml(await read('sitemap.xml')).querySelectorAll('url'),
      (url) => url.textContent,
    );
    expect(places).toEqual([`${site}claims`, site, `${site}papers/cs-ib2026-11-26`]);
    expect(await read('robots.txt')).toContain(`Sitemap: ${site}sitemap.xml`);
  });

  it('tell of verdicts and of changed criteria in a feed, the newest first', async () => {
    const feed = xml(await read('feed.xml'));
    const texts = (name: string) =>
      Array.from(feed.querySelectorAll(`entry > ${name}`), (node) => node.textContent);
    expect(texts('title')).toEqual([
      'cs-ib: the criterion of b was changed (inconclusive → not reproduced)',
      'Cauchy-Schwarz Divergence Information Bottleneck for Regression: 1 reproduced, 1 not reproduced, 1 not tested',
    ]);
    expect(texts('updated')).toEqual(['2026-11-30T00:00:00.000Z', '2026-11-26T00:00:00.000Z']);
    expect(texts('content')[0]).toBe('It asked for &lt; 3 seeds.');
    expect(texts('content')[1]).toContain('<li>x &lt; y &amp; &quot;z&quot;. <b>not reproduced</b></li>');
    expect(feed.querySelector('feed > updated')!.textContent).toBe('2026-11-30T00:00:00.000Z');
  });

  it('cite the paper for BibTeX and for CSL', async () => {
    expect(await read('cite/cs-ib.bib')).toMatch(/^@inproceedings\{cs-ib,/);
    expect(JSON.parse(await read('cite/cs-ib.json'))).toMatchObject([
      { id: 'cs-ib', type: 'paper-conference' },
    ]);
  });

  it('have a badge a paper and a claim', async () => {
    expect((await readdir(path.join(folder, 'badges/cs-ib'))).sort()).toEqual([
      'a.svg',
      'b.svg',
      'c.svg',
      'd.svg',
    ]);
    expect(await read('badges/cs-ib.svg')).toContain('Litmus: 1 of 2 claims reproduced');
    expect(await read('badges/cs-ib/b.svg')).toContain('Litmus: not reproduced');
  });

  it('have a card of the size that is announced', async () => {
    for (const name of ['cs-ib', 'litmus']) {
      const png = await readFile(path.join(folder, `cards/${name}.png`));
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    }
  });

  it('need no address but for sitemap, feed and cards', async () => {
    const bare = await mkdtemp(path.join(os.tmpdir(), 'litmus-site-files-'));
    try {
      await writeSiteFiles({
        folder: bare,
        facts: new Map([['cs-ib', facts]]),
        picture: () => Promise.reject(new Error('not asked for')),
      });
      expect((await readdir(bare)).sort()).toEqual(['badges', 'cite', 'robots.txt']);
      expect(await readFile(path.join(bare, 'robots.txt'), 'utf8')).not.toContain('Sitemap');
    } finally {
      await rm(bare, { recursive: true });
    }
  });
});

describe('badges', () => {
  it('have the colour of the worst verdict, and say where nothing was tested', () => {
    expect(paperBadge([claimFacts({}), claimFacts({ id: 'b' })])).toContain(verdictColors.reproduced);
    expect(paperBadge(facts.claims)).toContain(verdictColors['not reproduced']);
    expect(paperBadge([claimFacts({}), claimFacts({ verdict: 'inconclusive' })])).toContain(
      verdictColors.inconclusive,
    );
    expect(paperBadge([claimFacts({ verdict: 'not tested' })])).toContain('Litmus: not tested');
    expect(claimBadge({ verdict: 'inconclusive' })).toContain(verdictColors.inconclusive);
  });

  it('have the colours of the pages', async () => {
    const css = await readFile('src/style/color.css', 'utf8');
    for (const verdict of verdicts)
      expect(css).toContain(`--${verdict.replace(' ', '-')}: ${verdictColors[verdict]};`);
  });
});

it('a card breaks long titles into lines that fit, and shows only verdicts that there are', () => {
  const title = 'Learning Koopman Representations with Information Theory, Noise & a Title That Never Ends';
  const card = xml(
    cardSvg({ title, text: 'They fall.', picture, counts: countVerdicts(['reproduced', 'inconclusive']) }),
  );
  const lines = Array.from(card.querySelectorAll('text'), ({ textContent }) => textContent!);
  expect(lines.join(' ')).toBe(`Litmus ${title} They fall. 1 reproduced 1 inconclusive`);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(35);
  expect(card.querySelectorAll('image')).toHaveLength(1);
});

it('a card has room for every title of the shelf and a finding of 25 words', () => {
  const text = `We found: ${'networks '.repeat(25)}`.trim();
  const counts = countVerdicts(['reproduced']);
  for (const { title } of shelf) {
    const card = xml(cardSvg({ title, text, picture, counts }));
    const lines = [...card.querySelectorAll('text')].slice(0, -1);
    expect(Math.max(...lines.map((line) => Number(line.getAttribute('y')))), title).toBeLessThan(515);
  }
});
