import { sha256 } from '../engine/checksum.js';
import type { MarkdownIt } from './formulas.js';

/** Formulas, as the tokens of their renderer are called. */
const formulas = ['math_inline', 'math_block'];

/** `<div data-part="claims">…</div>`, a part that was rendered ahead of time. */
const part = /^(<div data-part="[^"]+">)([^]+)(<\/div>\s*)$/;

/** What Framework has to see: files and scripts, which it gives an address, links to elsewhere, and what is amiss. */
const forFramework = /<(?:source|video|audio|script|link)\b|<a\b[^>]* href="\w+:|class="prose-mistake"/;

/** The address of a picture, and what stands before it. */
const picture = /(<img\b[^>]*\bsrc=")([^"]*)/g;

/** What stands in the place of what was put aside. */
const mark = /<i data-aside="(\w+)">((?:<img [^>]*>)*)<\/i>/g;
const markInJson = /<i data-aside=\\"(\w+)\\">((?:<img [^>]*>)*)<\/i>/g;

/** What was put aside. */
export interface Aside {
  /** A page that Framework has made, with all in its place again. */
  inHtml(page: string): string;
  /** The same for a text in JSON with HTML in its strings. */
  inJson(text: string): string;
}

/**
 * Has formulas and parts put aside while Framework makes pages. It reads each page four times over, by a model of the
 * whole document, in which it looks for headings, links and files: of an element of a formula and a row of a claim there
 * are thousands on a page, and they have none of these. The same HTML leaves the same mark, by which a preview tells what
 * has changed.
 *
 * @param md the parser of the pages, which is changed
 */
export function putAside(md: MarkdownIt): Aside {
  const aside = new Map<string, string>();
  const put = (html: string) => {
    // What follows an element counts as a node of its own for who compares two states of a page.
    const element = html.trimEnd();
    const name = sha256(element).slice(0, 16);
    aside.set(name, element);
    // Pictures are given an address by Framework, and stay where it finds them.
    const pictures = Array.from(element.matchAll(picture), ([, , address]) => `<img src="${address}">`);
    return `<i data-aside="${name}">${pictures.join('')}</i>${html.slice(element.length)}`;
  };
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
  const back = (name: string, pictures: string) => {
    const addresses = Array.from(pictures.matchAll(picture), ([, , address]) => address);
    return aside.get(name)!.replace(picture, (_, start: string) => start + addresses.shift()!);
  };
  return {
    inHtml: (page) => page.replace(mark, (_, name: string, pictures: string) => back(name, pictures)),
    inJson: (text) =>
      text.replace(markInJson, (_, name: string, pictures: string) =>
        JSON.stringify(back(name, JSON.parse(`"${pictures}"`) as string)).slice(1, -1),
      ),
  };
}
