import path from 'node:path';
import { authorResponses, claimsNote } from '../../src/components/claims-note.js';
import { paperHeading } from '../../src/components/paper-heading.js';
import { paperTurn } from '../../src/components/paper-turn.js';
import type { PageFacts } from '../../src/lib/claims/page-facts.js';
import type { ShelfPaper } from '../../src/lib/shelf/shelf-paper.js';
import type { MarkdownIt } from './formulas.js';
import { rendered } from './rendered.js';

/**
 * Puts into a paper's page what stands there on each of them, made with the page, so that it is there before any script
 * and without one: below the title authors, venue, links, the answer in three lines and the verdicts; around the claims
 * what authors answer, and how they can; at the foot the ways to other papers.
 *
 * @param read what there is for a paper, by its slug; `undefined` where nothing has been computed yet
 * @param papers those that have a page, in the order of the shelf
 * @param repository address of the code, for links
 */
export function headingIn(
  read: (slug: string) => PageFacts | undefined,
  papers: readonly ShelfPaper[],
  repository?: string,
) {
  return (md: MarkdownIt): MarkdownIt => {
    md.core.ruler.push('paper-heading', ({ tokens, env, Token }) => {
      const page = (env as { path: string }).path;
      if (path.posix.dirname(page) !== '/papers') return;
      const slug = path.posix.basename(page);
      const facts = read(slug);
      const insert = (at: number, make: () => HTMLElement) => {
        const block = new Token('html_block', '', 0);
        block.content = `${rendered(make)}\n`;
        tokens.splice(at, 0, block);
      };
      const claims = tokens.findIndex(({ type, content }) => type === 'inline' && content === 'Claims');
      // From the end to the beginning, so that places stay where they are.
      if (papers.some((paper) => paper.slug === slug)) insert(tokens.length, () => paperTurn(slug, papers));
      if (facts && claims > 0) {
        const next = tokens.findIndex(
          ({ type, tag }, index) => index > claims && type === 'heading_open' && tag === 'h2',
        );
        insert(next < 0 ? tokens.length : next, () => claimsNote(slug, facts, repository));
        if (facts.responses.length > 0) insert(claims + 2, () => authorResponses(facts));
      }
      const title = tokens.findIndex(({ type, tag }) => type === 'heading_close' && tag === 'h1');
      if (title >= 0) insert(title + 1, () => paperHeading(slug, facts));
    });
    return md;
  };
}
