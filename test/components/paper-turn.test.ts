import { expect, it } from 'vitest';
import { paperTurn } from '../../src/components/paper-turn.js';
import { shelf } from '../../src/lib/shelf/shelf.js';
import { emptyPage } from './page.js';

emptyPage();

it('leads to the papers before and after in their order, and back to the shelf', () => {
  const papers = shelf.slice(0, 3);
  const [first, second, third] = papers.map(({ slug }) => slug);
  const ways = (slug: string) =>
    Array.from(paperTurn(slug, papers).querySelectorAll('a'), (link) => link.getAttribute('href'));
  expect(ways(second)).toEqual([`./${first}`, `../#${second}`, `./${third}`]);
  expect(ways(first)).toEqual([`../#${first}`, `./${second}`]);
  expect(ways(third)).toEqual([`./${second}`, `../#${third}`]);
  expect(paperTurn(second, papers).textContent).toContain(`Next paper ${papers[2].title}`);
  expect(() => paperTurn('none', papers)).toThrow('the paper none has no page');
});
