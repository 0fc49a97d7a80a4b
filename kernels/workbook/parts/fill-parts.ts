import { pieces } from '../../../src/lib/text/scripts.js';
import { paperSlugs } from '../../engine/papers.js';
import { shelf } from '../../engine/serve-parted.js';
import type { MarkdownIt } from '../formulas.js';
import { madeJson } from '../made-json.js';
import type { PagePart, PageParts } from './page-parts.js';

/** `<div data-part="claims"></div>`, a block of its own; `[id]` in the name stands for what the page's address says. */
const place = /^<div data-part="([^"]+)"><\/div>\s*$/;

/** What Framework tells the Markdown parser about a page. */
interface PageEnvironment {
  /** `/claims/cs-ib/regression-rmse` */
  readonly path: string;
  /** What stands in the address where the file's name has brackets: `{ paper: 'cs-ib', id: 'regression-rmse' }`. */
  readonly params?: Readonly<Record<string, string>>;
}

const notYet = 'not computed yet';

/** The pages that show something about all papers. */
const pagesOfAll = ['/', '/index', '/claims', '/api', '/how-we-judge'];

/** Whose parts a page shows: those of its paper or of a claim's, or those about all (`shelf`). */
function whoseParts(page: string): string | undefined {
  const [, slug] = /^\/(?:papers|claims)\/([\w-]+)(?:\/|$)/.exec(page) ?? [];
  return slug ?? (pagesOfAll.includes(page) ? shelf : undefined);
}

/**
 * The file with the parts of a page, below the root of the workbook; nothing where it has none.
 *
 * @param page its path, with its extension or without: `/papers/cs-ib`
 */
export async function partsNameOf(page: string): Promise<string | undefined> {
  const whose = whoseParts(page.replace(/\.html$/, ''));
  const isThere = whose === shelf || (whose !== undefined && (await paperSlugs()).includes(whose));
  return isThere ? `data/${whose}/parts.json` : undefined;
}

/**
 * Puts parts that were rendered ahead of time into a page while it is made, so that text, links and verdicts are there
 * without a script. What is missing is shown as a dash that says why, as a number in the text is.
 *
 * @param read what there is for a paper, by its slug, or a sentence that says why there is nothing
 */
export function fillParts(read: (slug: string) => PageParts | string) {
  return (md: MarkdownIt): MarkdownIt => {
    md.core.ruler.push('parts', (state) => {
      const { path: page, params = {} } = state.env as PageEnvironment;
      const whose = whoseParts(page);
      state.tokens = state.tokens.flatMap((token) => {
        const [, written] = (token.type === 'html_block' && place.exec(token.content)) || [];
        if (written === undefined) return [token];
        const name = written.replace(/\[(\w+)\]/g, (_, param: string) => params[param] ?? param);
        const { title, html } = partOf(
          whose === undefined ? 'this page has none' : read(whose),
          name,
          md.utils.escapeHtml,
        );
        token.content = `<div data-part="${md.utils.escapeHtml(written)}">${html}</div>\n`;
        return title === undefined ? [token] : [...heading(state, title), token];
      });
    });
    return md;
  };
}

type CoreState = Parameters<Parameters<MarkdownIt['core']['ruler']['push']>[1]>[0];

/** A heading of the first level, which is also what Framework calls the page by. */
function heading({ Token }: CoreState, title: string) {
  const inline = new Token('inline', '', 0);
  inline.children = pieces(title).flatMap(({ text: content, as }) => {
    const text = Object.assign(new Token('text', '', 0), { content });
    return as === 'text' ? [text] : [new Token(`${as}_open`, as, 1), text, new Token(`${as}_close`, as, -1)];
  });
  return [new Token('heading_open', 'h1', 1), inline, new Token('heading_close', 'h1', -1)];
}

function partOf(parts: PageParts | string, name: string, escape: (text: string) => string): PagePart {
  const part = typeof parts === 'string' ? undefined : parts[name];
  if (part) return part;
  const why = typeof parts === 'string' ? parts : 'there is no such part';
  return why === notYet ? notYetPart(escape(name)) : lacking(escape(`${name}: ${why}`), '—');
}

/** What stands in the place of a part until it has been computed. @param name as in HTML */
export const notYetPart = (name: string): PagePart =>
  lacking(`${name}: ${notYet}`, 'Being computed: it appears here by itself.');

const lacking = (why: string, words: string): PagePart => ({
  html: `<p class="prose-mistake" title="${why}">${words}</p>`,
});

/** Reads what loaders have written for the workbook. @param cache Framework's, `src/.observablehq/cache` */
export function readParts(cache: string): (slug: string) => PageParts | string {
  const read = madeJson<PageParts>(cache, 'parts.json');
  return (slug) => {
    const made = read(slug);
    if (!made) return notYet;
    return 'missing' in made ? made.missing : made.value;
  };
}
