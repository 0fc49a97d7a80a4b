import type { Differences, Finding } from '../lib/claims/answer.js';
import { ownClaims } from '../lib/claims/claim.js';
import type { Verdict } from '../lib/claims/verdict.js';
import type { ScaleLevel } from '../lib/experiment/scale.js';
import { paperLinks, type ShelfPaper } from '../lib/shelf/shelf-paper.js';
import { sentence } from '../lib/text/sentence.js';
import { finding, scalesTold } from './answer-lines.js';
import { claimHref } from './claim-line.js';
import { type ClaimRow, type ClaimRuns, ownVerdicts } from './claim-row.js';
import { element } from './element.js';
import { scaleMeanings } from './judging.js';
import { prose } from './prose.js';
import { verdictBar } from './verdict-bar.js';
import { verdictMark } from './verdict-mark.js';

/** A paper with the claims that were judged of it: none means that it waits on the list. */
export interface ShelfEntry {
  readonly paper: ShelfPaper;
  readonly claims: readonly ClaimRuns[];
  readonly told?: ToldOfPaper;
}

/** What a paper tells of itself beside its claims. */
export interface ToldOfPaper {
  /** What was found, in a sentence made from the claims; absent where it cannot be made. */
  readonly found?: Finding;
  /** The scales at which that holds. */
  readonly scales?: readonly ScaleLevel[];
  /** What differs from the paper at these. */
  readonly differs?: Differences;
  /** What its small picture shows. */
  readonly caption?: string;
}

/** The papers with their claims: those that moved in first, each group in the shelf's order. @param told by slug */
export function shelfEntries(
  papers: readonly ShelfPaper[],
  claims: readonly ClaimRuns[],
  told: ReadonlyMap<string, ToldOfPaper> = new Map(),
): ShelfEntry[] {
  const entries = papers.map((paper) => ({
    paper,
    told: told.get(paper.slug),
    claims: claims.filter(({ decisive }) => decisive.paper === paper.slug),
  }));
  return [...entries.filter(isMovedIn), ...entries.filter((entry) => !isMovedIn(entry))];
}

/** Whether a paper has been put to the test. */
export const isMovedIn = ({ claims }: ShelfEntry) => claims.length > 0;

/** All papers as cards: those put to the test with what was found, then those on the list. */
export function shelfList(entries: readonly ShelfEntry[]): HTMLElement {
  const section = (title: string, name: string, of: readonly ShelfEntry[]) =>
    of.length === 0
      ? null
      : element(
          'section',
          {},
          element('h2', {}, title),
          element('ol', { class: `shelf ${name}` }, of.map(card)),
        );
  return element(
    'div',
    { class: 'shelf-list' },
    section('Put to the test', 'moved-in', entries.filter(isMovedIn)),
    section(
      'On the list',
      'on-the-list',
      entries.filter((entry) => !isMovedIn(entry)),
    ),
  );
}

/** Pixels of a thumbnail, which the page keeps free for it until it is loaded. */
const thumbnail = { width: 224, height: 140 } as const;

function card({ paper, claims, told }: ShelfEntry): HTMLElement {
  const { slug, title, subject } = paper;
  const verdicts = ownVerdicts(claims);
  const movedIn = claims.length > 0;
  return element(
    'li',
    { id: slug, class: 'card', 'data-subject': subject, 'data-verdicts': [...new Set(verdicts)].join() },
    movedIn
      ? element(
          'figure',
          { class: 'thumbnail' },
          // What it shows is told below it, and described where it stands large, on the paper's page.
          element('img', { src: `./data/${slug}/thumbnail.svg`, alt: '', loading: 'lazy', ...thumbnail }),
          told?.caption === undefined ? null : element('figcaption', {}, told.caption),
        )
      : null,
    element(
      'div',
      {},
      element('h3', {}, movedIn ? element('a', { href: `./papers/${slug}` }, title) : title),
      element('p', { class: 'byline' }, byline(paper)),
      element('p', {}, paper.sentence),
      movedIn
        ? [told?.found ? whatWasFound(told.found, told) : findings(claims), verdictBar(verdicts)]
        : element('p', { class: 'aside' }, links(paper)),
    ),
  );
}

/** What is told of a paper where one line has to do: what failed, and what held. */
const toldFirst: readonly Verdict[] = ['not reproduced', 'reproduced'];

/**
 * The paper's own claims that say most about how it fared: the first that failed and the first that held, in the order
 * of the paper, whose abstract comes first; the first of all where every one is undecided.
 */
export function tellingClaims(claims: readonly ClaimRuns[]): ClaimRow[] {
  const own = ownClaims(claims.map(({ decisive }) => decisive)).sort(
    (a, b) => Number(a.origin !== 'abstract') - Number(b.origin !== 'abstract'),
  );
  const found = toldFirst.flatMap((verdict) => own.find((row) => row.verdict === verdict) ?? []);
  return found.length > 0 ? found : own.slice(0, 1);
}

function whatWasFound(
  found: Finding,
  { scales = [], differs = {} }: Pick<ToldOfPaper, 'scales' | 'differs'>,
): HTMLElement {
  return element(
    'p',
    { class: 'findings' },
    element('span', { class: 'term' }, 'We found'),
    ': ',
    finding(found),
    scalesTold({ scales, differs }, (level, phrase) =>
      element('span', { title: scaleMeanings[level] }, phrase),
    ),
  );
}

function findings(claims: readonly ClaimRuns[]): HTMLElement {
  return element(
    'ul',
    { class: 'findings', 'aria-label': 'What was found' },
    tellingClaims(claims).map(({ paper, id, statement, verdict }) =>
      element(
        'li',
        {},
        verdictMark(verdict),
        ': ',
        element('a', { href: claimHref('./', paper, id) }, prose(sentence(statement))),
      ),
    ),
  );
}

/** Authors, four at most by name, then venue and year. */
export function byline({ authors, venue, year }: ShelfPaper): string {
  const named = authors.length > 5 ? [...authors.slice(0, 4), `${authors.length - 4} others`] : authors;
  const last = named.at(-1)!;
  const names = named.length > 1 ? `${named.slice(0, -1).join(', ')} and ${last}` : last;
  return `${names} · ${venue}${venue.endsWith(String(year)) ? '' : ` ${year}`}`;
}

function links(paper: ShelfPaper): (HTMLElement | string)[] {
  return paperLinks(paper).flatMap(({ label, href }, index) => [
    ...(index > 0 ? [' · '] : []),
    element('a', { href }, label),
  ]);
}
