import path from 'node:path';
import type { PageFacts } from '../../src/lib/claims/page-facts.js';
import type { PageProse, ProseValue } from '../../src/lib/claims/prose.js';
import { exists } from '../engine/exists.js';
import { papersFolder } from '../engine/papers.js';
import type { MarkdownIt } from './formulas.js';
import { madeJson } from './made-json.js';

/** `{{name}}`, or `{{name? some words}}`. */
const place = /\{\{\s*([\w-]+)\s*(?:\?\s*([^}]+?)\s*)?\}\}/y;

/** The names that a page's text mentions, each with the words that a condition of that name carries. */
export function placesIn(page: string): { readonly name: string; readonly words?: string }[] {
  return Array.from(page.matchAll(new RegExp(place, 'g')), ([, name, words]) => ({ name, words }));
}

/**
 * Puts what is computed from a paper's tables into the text of its page while the page is made, so that it stands
 * there without a script. What is missing is shown as a dash that says why, words whose condition does not hold are
 * struck through; {@link proseMistakes} finds both.
 *
 * @param read what there is for a paper, by its slug; `undefined` where nothing has been computed yet
 */
export function proseIn(read: (slug: string) => PageProse | undefined) {
  return (md: MarkdownIt): MarkdownIt => {
    md.inline.ruler.before('escape', 'prose', (state, silent) => {
      place.lastIndex = state.pos;
      const found = place.exec(state.src);
      if (!found) return false;
      const end = state.pos + found[0].length;
      if (!silent) {
        const [whole, name, words] = found;
        const page = (state.env as { path: string }).path;
        const prose = read(path.posix.basename(page));
        const mistake = mistakeIn(name, words, prose);
        if (mistake !== undefined) {
          const token = state.push('html_inline', '', 0);
          const tag = words === undefined ? 'span' : 's';
          token.content = `<${tag} class="prose-mistake" title="${md.utils.escapeHtml(mistake)}">`;
          state.push('text', '', 0).content = words ?? '—';
          state.push('html_inline', '', 0).content = `</${tag}>`;
        } else if (words === undefined) state.pending += prose!.values[name] as string;
        else {
          // As a link's text is read: what stands between, and no further.
          const max = state.posMax;
          state.pos += whole.indexOf(words, whole.indexOf('?'));
          state.posMax = state.pos + words.length;
          md.inline.tokenize(state);
          state.posMax = max;
        }
      }
      state.pos = end;
      return true;
    });
    return md;
  };
}

function mistakeIn(
  name: string,
  words: string | undefined,
  prose: PageProse | undefined,
): string | undefined {
  if (!prose) return `${name}: not computed yet`;
  const value: ProseValue | undefined = prose.values[name];
  if (value === undefined) return [`${name}: there is no such value`, ...prose.problems].join('; ');
  if (words === undefined)
    return typeof value === 'string' ? undefined : `${name}: a condition needs words: {{${name}? words}}`;
  if (typeof value === 'string') return `${name}: words stand beside conditions alone, and this is a value`;
  return value ? undefined : `${name}: the tables say otherwise`;
}

/** What is wrong with the prose in a page that has been made, in sentences. */
export function proseMistakes(body: string): string[] {
  return Array.from(body.matchAll(/class="prose-mistake" title="([^"]*)"/g), ([, title]) => title);
}

/**
 * The file with what a page's text takes from tables, below the root of the workbook; nothing where no paper has the
 * page's name.
 *
 * @param page its path, with its extension or without: `/papers/cs-ib`
 */
export async function proseNameOf(page: string): Promise<string | undefined> {
  const slug = path.posix.basename(page, '.html');
  const isPaper = /^[\w-]+$/.test(slug) && (await exists(path.join(papersFolder, slug, 'paper.ts')));
  return isPaper ? `data/${slug}/prose.json` : undefined;
}

/** Reads what the loaders have written for the workbook. @param cache Framework's, `src/.observablehq/cache` */
export function readPageFacts(cache: string): (slug: string) => PageFacts | undefined {
  const read = madeJson<PageFacts>(cache, 'prose.json');
  return (slug) => {
    const made = read(slug);
    if (made && 'missing' in made)
      return { values: {}, problems: [made.missing], claims: [], amendments: [], responses: [] };
    return made?.value;
  };
}
