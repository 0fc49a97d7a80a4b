import { startAfterFirstPaint } from './after-first-paint.js';
import { escapeMarkup } from './escape-markup.js';
import { metadata, type PageAbout, titleOf } from './metadata.js';

/**
 * A page of the built site as Framework made it, with what it leaves out: the language, a viewport that can be zoomed, a
 * title and metadata for those who find the page elsewhere. Its modules start after its first paint.
 *
 * @param site with a slash at its end; where it is not known, no address of the site is named
 * @throws {Error} where Framework's page is no longer what it was
 */
export function finishPage(html: string, page: Omit<PageAbout, 'lead' | 'title'>, site?: string): string {
  const about: PageAbout = {
    ...page,
    lead: leadOf(html),
    title: textOf(between(html, '<title>', '</title>')),
  };
  const changes: readonly (readonly [string, string])[] = [
    ['<html>', '<html lang="en">'],
    ['initial-scale=1, maximum-scale=1">', 'initial-scale=1">'],
    [
      `<title>${between(html, '<title>', '</title>')}</title>`,
      `<title>${escapeMarkup(titleOf(about))}</title>\n${metadata(about, site)}`,
    ],
  ];
  const finished = changes.reduce((text, [from, to]) => {
    const at = text.indexOf(from);
    if (at < 0) throw new Error(`Framework makes pages otherwise than expected: ${from} is not there`);
    return text.slice(0, at) + to + text.slice(at + from.length);
  }, html);
  return startAfterFirstPaint(finished);
}

/** The paragraph that opens a page, as text. */
function leadOf(html: string): string {
  const main = html.slice(html.indexOf('<main'));
  return textOf((/<p class="lead">([^]*?)<\/p>/.exec(main) ?? /<p>([^]*?)<\/p>/.exec(main))?.[1] ?? '');
}

function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start);
  return from < 0 ? '' : text.slice(from + start.length, text.indexOf(end, from));
}

const characters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
};

/** What is read of a piece of HTML. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => characters[name])
    .replace(/\s+/g, ' ')
    .trim();
}
