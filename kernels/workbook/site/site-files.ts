import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { max } from 'd3-array';
import { ownClaims } from '../../../src/lib/claims/claim.js';
import type { PageFacts } from '../../../src/lib/claims/page-facts.js';
import { countVerdicts, type Verdict } from '../../../src/lib/claims/verdict.js';
import { bibtex, cslItem } from '../../../src/lib/shelf/citation.js';
import { shelfPaper } from '../../../src/lib/shelf/shelf.js';
import { claimBadge, paperBadge } from './badges.js';
import { escapeMarkup } from './escape-markup.js';
import { verdictFeed } from './feed.js';
import { addressOf } from './metadata.js';

/** What is written beside the pages of a built site. */
export interface SiteFiles {
  /** The site's folder, in which its pages lie. */
  readonly folder: string;
  /** Where it will be found, with a slash at its end; where that is not known, files that need it are left out. */
  readonly site?: string;
  /** Of each paper with a page, by its slug. */
  readonly facts: ReadonlyMap<string, PageFacts>;
  /** The small picture of a paper, as SVG; `undefined` where it cannot be drawn. */
  picture(slug: string): Promise<string | undefined>;
}

/** Writes what others read: citations, badges, robots; with an address, the sitemap, the feed and the cards, too. */
export async function writeSiteFiles({ folder, site, facts, picture }: SiteFiles): Promise<void> {
  const write = async (file: string, content: string | Uint8Array) => {
    const place = path.join(folder, file);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, content);
  };
  for (const [slug, { claims }] of facts) {
    await write(`cite/${slug}.bib`, bibtex(shelfPaper(slug)));
    await write(`cite/${slug}.json`, `${JSON.stringify([cslItem(shelfPaper(slug))], null, 2)}\n`);
    await write(`badges/${slug}.svg`, paperBadge(claims));
    for (const claim of claims) await write(`badges/${slug}/${claim.id}.svg`, claimBadge(claim));
  }
  await write('robots.txt', `User-agent: *\nAllow: /\n${site ? `Sitemap: ${site}sitemap.xml\n` : ''}`);
  if (!site) return;
  await write('sitemap.xml', sitemap(site, await pagesIn(folder), facts));
  await write('feed.xml', verdictFeed(site, facts));
  // The wasm that draws is loaded where it is needed alone.
  const { cardPng } = await import('./card.js');
  for (const [slug, { answer, claims }] of facts) {
    const { title, sentence } = shelfPaper(slug);
    const text = answer ? `We found: ${answer.found.text}` : sentence;
    await write(
      `cards/${slug}.png`,
      await cardPng({ title, text, picture: await picture(slug), counts: ownVerdicts([claims]) }),
    );
  }
  const all = ownVerdicts(Array.from(facts.values(), ({ claims }) => claims));
  await write(
    'cards/litmus.png',
    await cardPng({
      title: 'Papers of information theory, put to the test',
      text: 'Every figure is redrawn from experiments that anyone can run again, and every claim gets a verdict, whichever way it falls.',
      counts: all,
    }),
  );
}

function ownVerdicts(papers: readonly PageFacts['claims'][]): Record<Verdict, number> {
  return countVerdicts(ownClaims(papers.flat()).map(({ verdict }) => verdict));
}

/** The pages of a built site: `/papers/cs-ib`. The one for unknown addresses is none to be found. */
async function pagesIn(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return files
    .filter((file) => file.endsWith('.html') && file !== '404.html')
    .map((file) => `/${file.split(path.sep).join('/').slice(0, -'.html'.length)}`)
    .sort();
}

/** The pages with the days of their last verdicts, by the protocol of sitemaps.org. */
function sitemap(site: string, pages: readonly string[], facts: ReadonlyMap<string, PageFacts>): string {
  const entries = pages.map((page) => {
    const claims = facts.get(path.posix.basename(page))?.claims ?? [];
    const day = max(claims, ({ judgedOn }) => judgedOn ?? undefined);
    const changed = day === undefined ? '' : `<lastmod>${day}</lastmod>`;
    return `  <url><loc>${escapeMarkup(addressOf(site, { path: page }))}</loc>${changed}</url>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</urlset>\n`;
}
