import { bibtex, cslItem } from '../lib/shelf/citation.js';
import { shelfPaper } from '../lib/shelf/shelf.js';
import { paperLinks } from '../lib/shelf/shelf-paper.js';
import { copyable } from './copyable.js';
import { details } from './details.js';
import { element } from './element.js';

/** How to cite a paper and this reproduction of it: in words, and for programs that keep references. */
export function citation(slug: string): HTMLElement {
  const paper = shelfPaper(slug);
  const { authors, title, venue, year, arxiv, doi } = paper;
  const where = venue === 'preprint' ? `${year}` : `${venue} ${year}`;
  const links = paperLinks({ ...paper, openReview: undefined, code: undefined }).map(
    ({ label, href }, index) => [index === 0 ? ' ' : ', ', element('a', { href }, label)],
  );
  return element(
    'div',
    { class: 'citation' },
    element(
      'p',
      {},
      `${authors.join(', ')}. `,
      element('em', {}, `${title}.`),
      ` ${where}.`,
      links,
      arxiv || doi ? '.' : null,
    ),
    element(
      'p',
      {},
      'This reproduction: ',
      element('em', {}, `Litmus: ${slug}`),
      ', with the commit and the date of the run that the figures name.',
    ),
    details('BibTeX', copyable(bibtex(paper).trimEnd(), 'bibtex')),
    element(
      'p',
      { class: 'downloads' },
      download(`${slug}.bib`, 'application/x-bibtex', bibtex(paper), 'Download for BibTeX'),
      download(
        `${slug}.json`,
        'application/vnd.citationstyles.csl+json',
        JSON.stringify([cslItem(paper)], null, 2),
        'Download as CSL-JSON',
      ),
    ),
  );
}

/** A link to a file that the page holds itself. */
function download(file: string, type: string, content: string, label: string): HTMLElement {
  const href = `data:${type};charset=utf-8,${encodeURIComponent(content)}`;
  return element('a', { href, download: file }, label);
}
