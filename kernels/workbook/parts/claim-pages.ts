import type { FileBuildEffects } from '@observablehq/framework/dist/build.js';
import { element } from '../../../src/components/element.js';
import { prose } from '../../../src/components/prose.js';
import { pieces } from '../../../src/lib/text/scripts.js';
import { rendered } from '../rendered.js';
import { escapeMarkup } from '../site/escape-markup.js';
import type { PagePart, PageParts } from './page-parts.js';

/** What a page of a claim is filled with stands in a paper's parts under this name. */
const nameOf = /^claim\/(.*)$/;
const pageOf = /^\/claims\/[^/]+\/[^/]+\.html$/;

/**
 * Has the build write the page of every claim where Framework writes one of them. They differ in title and body alone, and
 * Framework takes a tenth of a second for each.
 *
 * @param papers slugs of the papers with claims
 * @param read a paper's parts, or a sentence that says why there are none
 */
export function writeClaimPages(
  effects: FileBuildEffects,
  papers: readonly string[],
  read: (slug: string) => PageParts | string,
): void {
  const write = effects.writeFile.bind(effects);
  effects.writeFile = async (file, contents) => {
    if (!pageOf.test(file) || typeof contents !== 'string') return write(file, contents);
    for (const slug of papers)
      for (const [name, part] of Object.entries(partsOr(read(slug)))) {
        const [, id] = nameOf.exec(name) ?? [];
        if (id !== undefined) await write(`/claims/${slug}/${id}.html`, claimPageLike(contents, part));
      }
  };
}

const partsOr = (parts: PageParts | string): PageParts => (typeof parts === 'string' ? {} : parts);

const plain = (text: string) =>
  pieces(text)
    .map((piece) => piece.text)
    .join('');

/** The page of one claim, from that of another. @throws {Error} where Framework's page is no longer what it was */
export function claimPageLike(page: string, { html, title = '' }: PagePart): string {
  const heading = rendered(() => element('h1', {}, prose(title)));
  const changes: readonly (readonly [RegExp, string])[] = [
    [/(?<=<title>)[^<]*(?= \| Litmus<\/title>)/, escapeMarkup(plain(title))],
    [/(?<=<main\b[^>]*>)[^]*(?=<\/main>)/, `\n${heading}\n<div>${html}</div>\n`],
  ];
  return changes.reduce((text, [what, by]) => {
    if (!what.test(text))
      throw new Error(`Framework makes pages otherwise than expected: ${what} is not there`);
    // A function, since a dollar in the text means nothing.
    return text.replace(what, () => by);
  }, page);
}
