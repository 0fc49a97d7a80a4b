import path from 'node:path';
import { paperHeading } from '../../src/components/paper-heading.js';
import type { PageFacts } from '../../src/lib/claims/page-facts.js';
import type { MarkdownIt } from './formulas.js';
import { rendered } from './rendered.js';

/**
 * Puts below the title of a paper's page what stands there on each of them: authors, venue, links, the answer in three
 * lines, the verdicts. It is made with the page, so it is there before any script, and without one.
 *
 * @param read what there is for a paper, by its slug; `undefined` where nothing has been computed yet
 */
export function headingIn(read: (slug: string) => PageFacts | undefined) {
  return (md: MarkdownIt): MarkdownIt => {
    md.core.ruler.push('paper-heading', ({ tokens, env, Token }) => {
      const page = (env as { path: string }).path;
      const end = tokens.findIndex(({ type, tag }) => type === 'heading_close' && tag === 'h1');
      if (path.posix.dirname(page) !== '/papers' || end < 0) return;
      const slug = path.posix.basename(page);
      const heading = new Token('html_block', '', 0);
      heading.content = `${rendered(() => paperHeading(slug, read(slug)))}\n`;
      tokens.splice(end + 1, 0, heading);
    });
    return md;
  };
}
