import type { ShelfPaper } from '../lib/shelf/shelf-paper.js';
import { element } from './element.js';

/**
 * At the foot of a paper's page: the ways to the paper before and to the one after it, and back to all of them.
 *
 * @param papers those that have a page, in the order of the shelf
 * @throws {RangeError} where the paper is not among them
 */
export function paperTurn(slug: string, papers: readonly ShelfPaper[]): HTMLElement {
  const at = papers.findIndex((paper) => paper.slug === slug);
  if (at < 0) throw new RangeError(`the paper ${slug} has no page`);
  const way = (label: string, paper: ShelfPaper | undefined, rel: 'prev' | 'next') =>
    paper &&
    element(
      'a',
      { href: `./${paper.slug}`, rel },
      element('span', { class: 'aside' }, label),
      ' ',
      paper.title,
    );
  return element(
    'nav',
    { class: 'paper-turn', 'aria-label': 'Papers' },
    way('Previous paper', papers[at - 1], 'prev'),
    element(
      'a',
      { href: `../#${slug}` },
      element('span', { class: 'aside' }, 'On the shelf'),
      ' ',
      'All papers',
    ),
    way('Next paper', papers[at + 1], 'next'),
  );
}
