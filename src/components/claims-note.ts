import { isOfThePaper, isProvisional } from '../lib/claims/claim.js';
import type { AuthorResponse, PageFacts } from '../lib/claims/page-facts.js';
import { count } from '../lib/text/number.js';
import { type Content, element } from './element.js';

/**
 * Below the claims of a paper: how far what it says could be checked, and how its authors can answer.
 *
 * @param repository address of the code, for links; none where it is not known
 */
export function claimsNote(
  slug: string,
  { claims }: Pick<PageFacts, 'claims'>,
  repository?: string,
): HTMLElement {
  return element('div', { class: 'claims-note' }, sources(claims), howToAnswer(slug, claims, repository));
}

/** What authors answer to verdicts on their paper, each answer with links to the claims that it is about. */
export function authorResponses({ claims, responses }: Pick<PageFacts, 'claims' | 'responses'>): HTMLElement {
  return element(
    'div',
    { class: 'responses' },
    responses.map((response) => answerOf(response, claims)),
  );
}

function sources(claims: PageFacts['claims']): Content {
  const unread = claims.filter(({ source }) => isProvisional(source));
  if (unread.length === 0) return null;
  const fromMemory = unread.filter(({ source }) => source === 'memory').length;
  const ways = [
    fromMemory > 0 ? 'from memory' : null,
    fromMemory < unread.length ? 'second hand' : null,
  ].filter((way) => way !== null);
  return element(
    'p',
    { class: 'aside' },
    `What the paper says in ${count(unread.length)} of the ${count(claims.length)} claims is quoted ${ways.join(' or ')} and was not checked against its text: verdicts on these are provisional.`,
  );
}

function answerOf(
  { date, author, claims: ids, paragraphs }: AuthorResponse,
  claims: PageFacts['claims'],
): HTMLElement {
  const links = ids.map((id, index) => [
    index === 0 ? '' : '; ',
    element('a', { href: `#claim-${id}` }, claims.find((claim) => claim.id === id)?.statement ?? id),
  ]);
  return element(
    'section',
    { class: 'response', 'aria-label': `Answer of ${author}` },
    element('p', {}, element('strong', {}, `${author} answers`), ` (${date}), on: `, links),
    element(
      'blockquote',
      {},
      paragraphs.map((text) => element('p', {}, text)),
    ),
  );
}

function howToAnswer(slug: string, claims: PageFacts['claims'], repository: string | undefined): Content {
  const against = claims.filter(
    ({ origin, verdict }) => isOfThePaper(origin) && verdict === 'not reproduced',
  ).length;
  if (against === 0) return null;
  const link = (path: string, text: string): Content =>
    repository ? element('a', { href: `${repository}/${path}` }, text) : text;
  return element(
    'p',
    { class: 'aside' },
    `${against === 1 ? 'One verdict contradicts' : `${count(against)} verdicts contradict`} the paper. Its authors can answer here, beside the claims: in a file `,
    link('blob/HEAD/CONTRIBUTING.md#an-answer-of-the-authors', `responses/${slug}.md`),
    ' of the repository. Whoever thinks that a criterion is unfair can ',
    link('issues/new?template=criterion.yml', 'say why'),
    '.',
  );
}
