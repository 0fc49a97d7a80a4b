import type { Verdict } from '../lib/claims/verdict.js';
import { shelfPaper } from '../lib/shelf/shelf.js';
import { paperLinks } from '../lib/shelf/shelf-paper.js';
import { element } from './element.js';
import { verdictBar } from './verdict-bar.js';

/** Below the title of a paper's page: all authors, venue, links, and the verdict bar. */
export function paperHeading(slug: string, verdicts: Iterable<Verdict>): HTMLElement {
  const paper = shelfPaper(slug);
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
    verdictBar(verdicts),
  );
}
