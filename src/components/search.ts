import { closest } from 'fastest-levenshtein';
import type MiniSearch from 'minisearch';
import { searchOptions, type StoredDocument } from '../lib/shelf/search-documents.js';

/** What was found of one kind of thing, best first. */
export interface Found {
  readonly hits: readonly StoredDocument[];
  /** Whether nothing has the very words, so that words which are like them were looked for. */
  readonly alike: boolean;
}

export interface Search {
  /** Whatever has all of the words, or words that begin so; where nothing has, words that differ by a letter or two. */
  find(text: string): Found;
  /** Words that something has, and that are like the given ones; `undefined` where none are. */
  suggest(text: string): string | undefined;
  /** The title of what has been found. */
  titleOf(id: string): string;
}

/**
 * Gives the function that finds papers, claims and pages. Index and library are loaded when it is first called.
 *
 * @param href of the index, which was built with the site
 */
export function siteSearch(href: string): () => Promise<Search> {
  let loading: Promise<Search> | undefined;
  return () => {
    loading ??= load(href).catch((error: unknown) => {
      // Who searches again shall have another try.
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

async function load(href: string): Promise<Search> {
  const [{ default: MiniSearch }, response] = await Promise.all([import('minisearch'), fetch(href)]);
  if (!response.ok)
    throw new Error(`the index could not be loaded: ${response.status} ${response.statusText}`);
  return searchIn(
    MiniSearch.loadJSON<StoredDocument & { words: string }>(await response.text(), searchOptions),
  );
}

/** A search in an index that is there. */
export function searchIn(index: MiniSearch): Search {
  const run = (text: string, fuzzy: boolean) =>
    index.search(text, {
      prefix: true,
      combineWith: 'AND',
      boost: { title: 3 },
      fuzzy: (word) => (fuzzy ? mistakes(word) : false),
    }) as unknown as StoredDocument[];
  return {
    find(text) {
      const exact = run(text, false);
      return exact.length > 0 ? { hits: exact, alike: false } : { hits: run(text, true), alike: true };
    },
    suggest(text) {
      const words = text.split(/\s+/).flatMap((word) => {
        const like = index.autoSuggest(word, likeIt).map(({ suggestion }) => suggestion);
        return like.length > 0 ? closest(word, like) : [];
      });
      // All of the words, where anything has them; else one of them.
      return [words.join(' '), ...words].find((like) => like && run(like, false).length > 0);
    },
    titleOf: (id) => (index.getStoredFields(id) as { title: string } | undefined)?.title ?? id,
  };
}

/** Of a word that nothing has, up to half of the letters may be wrong. */
const likeIt = { prefix: false, fuzzy: 0.5 } as const;

/** How many letters may be wrong: none in a short word, which would be like too many others. */
const mistakes = ({ length }: string) => (length < 4 ? false : length < 5 ? 1 : 2);
