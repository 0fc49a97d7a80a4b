import type { ClaimRow } from '../claims/claim-columns.js';
import type { ShelfPaper } from './shelf-paper.js';

/** What a search finds. */
export interface StoredDocument {
  /** `paper:cs-ib`, `claim:cs-ib/plane-falls`, `page:estimators` */
  readonly id: string;
  readonly kind: 'paper' | 'claim' | 'page';
  readonly title: string;
  /** Slug of the paper that it is, or is of; absent for a page about more. */
  readonly paper?: string;
}

/** The same with the words that it is found by. */
export interface SearchDocument extends StoredDocument {
  readonly words: string;
}

/** What an index is built with, and must be read with. */
export const searchOptions = {
  fields: ['title', 'words'],
  storeFields: ['kind', 'title', 'paper'],
  processTerm: (term: string) => foldAccents(term),
};

/** Lower case without accents, so that "Mélanie" is found by "melanie". */
const foldAccents = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** @param more words of the paper's page */
export function paperDocument(paper: ShelfPaper, more = ''): SearchDocument {
  const { slug, title, authors, venue, year, subject, sentence, aliases = [] } = paper;
  return {
    id: `paper:${slug}`,
    kind: 'paper',
    title,
    paper: slug,
    words: [slug, ...authors, venue, year, subject, sentence, ...aliases, more].join(' '),
  };
}

/** @param of the claim's paper, by whose names it is found, too */
export function claimDocument(row: ClaimRow, { slug, title, aliases = [] }: ShelfPaper): SearchDocument {
  const { id, statement, reported, extent, verdict } = row;
  return {
    id: `claim:${slug}/${id}`,
    kind: 'claim',
    title: statement,
    paper: slug,
    words: [id, reported, extent, verdict, slug, title, ...aliases].join(' '),
  };
}

/** @param path of the page below the site's root: `estimators` */
export function pageDocument(path: string, title: string, text: string): SearchDocument {
  return { id: `page:${path}`, kind: 'page', title, words: text };
}
