import { ownClaims } from '../lib/claims/claim.js';
import type { PageFacts } from '../lib/claims/page-facts.js';
import { shelfPaper } from '../lib/shelf/shelf.js';
import { paperLinks } from '../lib/shelf/shelf-paper.js';
import { answerLines } from './answer-lines.js';
import { element } from './element.js';
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
  );
}
