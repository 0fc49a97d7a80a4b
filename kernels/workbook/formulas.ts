import { katex } from '@mdit/plugin-katex';

/** Framework's Markdown parser. */
export type MarkdownIt = Parameters<typeof katex>[0];

/**
 * Renders `$…$` and `$$…$$` while the page is built, as MathML: nothing to load, and readable aloud.
 *
 * Framework's own `${…}` also begins with a dollar, and is tried last among the inline rules; it is put
 * before the formulas here, so that both can stand in one paragraph.
 */
export function formulas(md: MarkdownIt): MarkdownIt {
  const placeholder = md.inline.ruler.getRules('').at(-1)!;
  md.use(katex<unknown>, { output: 'mathml', delimiters: 'dollars', throwOnError: true, strict: 'error' });
  md.inline.ruler.before('escape', 'placeholder-before-formulas', placeholder);
  return md;
}
