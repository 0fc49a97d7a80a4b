import type { MarkdownIt } from './formulas.js';

/** Formulas, as the tokens of their renderer are called. */
const formulas = ['math_inline', 'math_block'];

/** `<div data-part="claims">…</div>`, a part that was rendered ahead of time. */
const part = /^(<div data-part="[^"]+">)([^]+)(<\/div>\s*)$/;

/** What Framework has to see: files and scripts, which it gives an address, links to elsewhere, and what is amiss. */
const forFramework = /<(?:img|source|video|audio|script|link)\b|<a\b[^>]* href="\w+:|class="prose-mistake"/;

/**
 * Has formulas and parts put aside while Framework makes pages. It reads each page four times over, by a model of the
 * whole document, in which it looks for headings, links and files: of an element of a formula and a row of a claim there
 * are thousands on a page, and they have none of these.
 *
 * @param md the parser of the pages, which is changed
 * @returns a function that gives a page that Framework has made, with all in its place again
 */
export function putAside(md: MarkdownIt): (page: string) => string {
  const aside: string[] = [];
  const put = (html: string) => `<i data-aside="${aside.push(html) - 1}"></i>`;
  /** Formulas in headings, whose text Framework takes for its table of contents. */
  const kept = new WeakSet<object>();
  md.core.ruler.push('put-aside', ({ tokens }) => {
    tokens.forEach((token, index) => {
      if (token.type === 'heading_open')
        for (const child of tokens[index + 1].children ?? []) kept.add(child);
      const [, start, html, end] = (token.type === 'html_block' && part.exec(token.content)) || [];
      if (html !== undefined && !forFramework.test(html)) token.content = start + put(html) + end;
    });
  });
  for (const type of formulas) {
    const render = md.renderer.rules[type]!;
    md.renderer.rules[type] = (...args) => {
      const html = render(...args);
      const [tokens, index] = args;
      return kept.has(tokens[index]) ? html : put(html);
    };
  }
  return (page) => page.replace(/<i data-aside="(\d+)"><\/i>/g, (_, at: string) => aside[Number(at)]);
}
