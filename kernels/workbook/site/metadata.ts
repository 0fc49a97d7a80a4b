import path from 'node:path';
import type { PageFacts } from '../../../src/lib/claims/page-facts.js';
import { shelfPaper } from '../../../src/lib/shelf/shelf.js';
import { escapeMarkup } from './escape-markup.js';
import { paperThings, type Thing } from './linked-data.js';

/** What the head of a page is made from. */
export interface PageAbout {
  /** `/papers/cs-ib`, `/index` */
  readonly path: string;
  /** Its first paragraph, as text. */
  readonly lead: string;
  /** As Framework has it. */
  readonly title: string;
  /** Of a paper's page alone. */
  readonly facts?: PageFacts;
}

/** The width and height of a card, in pixels, as those who show it ask for. */
export const cardSize = { width: 1200, height: 630 } as const;

/** The slug of the paper whose page it is. */
export function paperOf({ path: page }: Pick<PageAbout, 'path'>): string | undefined {
  return path.posix.dirname(page) === '/papers' ? path.posix.basename(page) : undefined;
}

/** Where a page will be found. @param site with a slash at its end */
export function addressOf(site: string, { path: page }: Pick<PageAbout, 'path'>): string {
  return new URL(page.replace(/^\//, '').replace(/(^|\/)index$/, '$1'), site).href;
}

/** The title of a page as it stands in a list of results: what Litmus has to say, not the paper itself. */
export function titleOf(page: PageAbout): string {
  const slug = paperOf(page);
  if (slug !== undefined) return `“${shelfPaper(slug).title}”, put to the test | Litmus`;
  return page.path === '/index' ? 'Litmus: papers of information theory, put to the test' : page.title;
}

/** What a page says, in a sentence or two: of a paper's, what was found and what it says. */
export function descriptionOf({ lead, facts }: PageAbout): string {
  if (!facts?.answer) return lead;
  const { found, says } = facts.answer;
  return `We found: ${found.text} The paper says: ${says}`;
}

/**
 * What search engines and those who show a link read in a page's head.
 *
 * @param site with a slash at its end; where it is not known, what needs a whole address is left out
 */
export function metadata(page: PageAbout, site?: string): string {
  const slug = paperOf(page);
  const title = titleOf(page);
  const description = descriptionOf(page);
  const address = site && addressOf(site, page);
  const card = site && new URL(`cards/${slug ?? 'litmus'}.png`, site).href;
  const properties: readonly (readonly [string, string | undefined])[] = [
    ['og:site_name', 'Litmus'],
    ['og:type', slug === undefined ? 'website' : 'article'],
    ['og:title', title],
    ['og:description', description],
    ['og:url', address],
    ['og:image', card],
    ['og:image:width', card && String(cardSize.width)],
    ['og:image:height', card && String(cardSize.height)],
    ['og:image:alt', card && `${title}. ${description}`],
    ['twitter:card', card && 'summary_large_image'],
  ];
  return [
    `<meta name="description" content="${escapeMarkup(description)}">`,
    ...(address ? [`<link rel="canonical" href="${escapeMarkup(address)}">`] : []),
    ...(site
      ? [
          `<link rel="alternate" type="application/atom+xml" title="Verdicts" href="${escapeMarkup(`${site}feed.xml`)}">`,
        ]
      : []),
    ...properties.flatMap(([property, content]) =>
      content === undefined ? [] : [`<meta property="${property}" content="${escapeMarkup(content)}">`],
    ),
    linkedData(thingsOn(page, address)),
  ].join('\n');
}

function thingsOn(page: PageAbout, address: string | undefined): Thing[] {
  const slug = paperOf(page);
  if (slug !== undefined && page.facts) return paperThings(shelfPaper(slug), page.facts, address);
  return [{ '@type': page.path === '/index' ? 'WebSite' : 'WebPage', name: titleOf(page), url: address }];
}

/** A script of data. What is inside is JSON and no markup, but for the one sequence that would end it. */
function linkedData(things: readonly Thing[]): string {
  const json = JSON.stringify({ '@context': 'https://schema.org', '@graph': things });
  return `<script type="application/ld+json">${json.replaceAll('<', '\\u003c')}</script>`;
}
