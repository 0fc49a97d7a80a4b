import { katex } from '@mdit/plugin-katex';
import { fontAddress } from './page-frame.js';

/** Framework's Markdown parser. */
export type MarkdownIt = Parameters<typeof katex>[0];

/**
 * Renders `$…$` and `$$…$$` while the page is built: the browser gets text, a style sheet and fonts, and MathML
 * for those who listen. A page without a formula is not given the style sheet.
 *
 * Framework's own `${…}` also begins with a dollar, and is tried last among the inline rules; it is put before
 * the formulas here, so that both can stand in one paragraph.
 *
 * @throws {SyntaxError} while rendering, where KaTeX cannot read a formula.
 */
export function formulas(md: MarkdownIt): MarkdownIt {
  const placeholder = md.inline.ruler.getRules('').at(-1)!;
  md.use(katex<unknown>, {
    output: 'htmlAndMathml',
    delimiters: 'dollars',
    throwOnError: true,
    transformer: finish,
  });
  md.inline.ruler.before('escape', 'placeholder-before-formulas', placeholder);
  md.core.ruler.push('formula-style', ({ tokens, env, Token }) => {
    const hasFormula = tokens.some(
      ({ type, children }) => isFormula(type) || children?.some((child) => isFormula(child.type)),
    );
    if (!hasFormula) return;
    const link = new Token('html_block', '', 0);
    const { path } = env as { path: string };
    // `external` keeps Framework from moving the file away from the fonts that it names.
    link.content = `<link rel="external stylesheet" href="${fontAddress({ path }, 'katex.min.css')}">\n`;
    tokens.unshift(link);
  });
  return md;
}

const isFormula = (type: string) => type === 'math_inline' || type === 'math_block';

/**
 * KaTeX marks what it cannot read and goes on; a page of ours should not be built with it. A displayed formula
 * scrolls where it is too wide, for which it must be possible to focus it.
 */
function finish(html: string): string {
  const mistake = /katex-error["'] title=["']([^"']*)/.exec(html);
  if (mistake) throw new SyntaxError(`a formula cannot be read: ${mistake[1]}`);
  return html.replace(
    /^<p class='katex-block'>/,
    `<p class="katex-block" tabindex="0" role="group" aria-label="Formula">`,
  );
}
