import { isOfThePaper, ownClaims } from '../lib/claims/claim.js';
import type { PageFacts } from '../lib/claims/page-facts.js';
import { countVerdicts, verdicts } from '../lib/claims/verdict.js';
import { shelfPaper } from '../lib/shelf/shelf.js';
import { paperLinks } from '../lib/shelf/shelf-paper.js';
import { listed } from '../lib/text/list.js';
import { count } from '../lib/text/number.js';
import { answerLines } from './answer-lines.js';
import { type Content, element } from './element.js';
import { verdictBar } from './verdict-bar.js';

/**
 * Below the title of a paper's page: all authors, venue, links, the answer in three lines, and the verdicts on the
 * paper's own claims.
 *
 * @param facts absent where nothing has been computed yet: then nothing is said of verdicts
 * @throws {RangeError} where no paper of the shelf has that slug
 */
export function paperHeading(slug: string, facts?: Pick<PageFacts, 'answer' | 'claims'>): HTMLElement {
  const paper = shelfPaper(slug);
  const own = facts && ownClaims(facts.claims);
  return element(
    'div',
    { class: 'paper-heading' },
    element('p', { class: 'byline' }, paper.authors.join(', ')),
    element(
      'p',
      { class: 'byline' },
      `${paper.venue} ${paper.year}`,
      paperLinks(paper).map(({ label, href }) => [' · ', element('a', { href }, label)]),
    ),
    facts?.answer ? answerLines(facts.answer, '../') : null,
    own
      ? verdictBar(
          own.map(({ verdict }) => verdict),
          '../',
        )
      : null,
    facts ? beyondThePaper(facts.claims) : null,
  );
}

/** What the bar does not count: the verdicts on claims of others about the same. */
function beyondThePaper(claims: PageFacts['claims']): Content {
  const beyond = claims.filter(({ origin }) => !isOfThePaper(origin));
  if (beyond.length === 0) return null;
  const counts = countVerdicts(beyond.map(({ verdict }) => verdict));
  const told = verdicts
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => `${counts[verdict]} ${verdict}`);
  const what = `${count(beyond.length)} ${beyond.length === 1 ? 'claim' : 'claims'} beyond the paper`;
  return element('p', { class: 'aside' }, `Not counted: ${what}, ${listed(told)}.`);
}
