import type { ShelfPaper } from './shelf-paper.js';

/** A person in CSL-JSON. */
export interface CslName {
  readonly family: string;
  readonly given: string;
}

/** A paper in CSL-JSON, the form that Zotero, Pandoc and citeproc read. */
export interface CslItem {
  readonly id: string;
  readonly type: 'article' | 'article-journal' | 'paper-conference';
  readonly title: string;
  readonly author: readonly CslName[];
  readonly issued: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly 'container-title'?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly publisher?: string;
  readonly number?: string;
  readonly DOI?: string;
  readonly URL?: string;
}

/** Where a journal says volume and issue: "Entropy 27(5)". */
const inJournal = /^(.*) (\d+)\((\d+)\)$/;

/** A paper of the shelf as CSL-JSON: an article of a journal, a paper of a conference, or a preprint. */
export function cslItem(paper: ShelfPaper): CslItem {
  const { slug, title, authors, year, arxiv, doi } = paper;
  const common = {
    id: slug,
    title,
    author: authors.map(nameOf),
    issued: { 'date-parts': [[year]] },
    ...(arxiv === undefined ? {} : { number: `arXiv:${arxiv}` }),
    ...(doi === undefined ? {} : { DOI: doi }),
    ...urlOf(paper),
  };
  if (paper.venue === 'preprint')
    return { ...common, type: 'article', ...(arxiv === undefined ? {} : { publisher: 'arXiv' }) };
  // What a conference said of a talk, "(oral)", is no part of its name.
  const venue = paper.venue.replace(/ \([a-z]+\)$/, '');
  const [, journal, volume, issue] = inJournal.exec(venue) ?? [];
  if (journal === undefined) return { ...common, type: 'paper-conference', 'container-title': venue };
  return { ...common, type: 'article-journal', 'container-title': journal, volume, issue };
}

function urlOf({ arxiv, openReview, doi }: ShelfPaper): { readonly URL?: string } {
  if (doi !== undefined) return { URL: `https://doi.org/${doi}` };
  if (arxiv !== undefined) return { URL: `https://arxiv.org/abs/${arxiv}` };
  if (openReview !== undefined) return { URL: `https://openreview.net/forum?id=${openReview}` };
  return {};
}

/** Words with which a family name begins, however long it is: van den Oord, Del Bimbo. */
const particle = /^(?:van|von|der|den|de|del|della|di|da|dos)$/i;

/** A name as the shelf has it, given name first, taken apart. */
function nameOf(name: string): CslName {
  const words = name.split(' ');
  const first = words.findIndex((word, index) => index > 0 && particle.test(word));
  const family = first > 0 ? first : words.length - 1;
  return { family: words.slice(family).join(' '), given: words.slice(0, family).join(' ') };
}

const entryTypes = {
  article: 'misc',
  'article-journal': 'article',
  'paper-conference': 'inproceedings',
} as const;

/**
 * A paper of the shelf as an entry for BibTeX and BibLaTeX, in UTF-8. The title is in braces of its own, so that a
 * style leaves its capitals.
 */
export function bibtex(paper: ShelfPaper): string {
  const item = cslItem(paper);
  const venue = item['container-title'];
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['title', `{${escaped(item.title)}}`],
    ['author', item.author.map(({ family, given }) => escaped(`${family}, ${given}`)).join(' and ')],
    ['year', String(paper.year)],
    [item.type === 'article-journal' ? 'journal' : 'booktitle', venue && escaped(venue)],
    ['volume', item.volume],
    ['number', item.issue],
    ['eprint', paper.arxiv],
    ['archiveprefix', paper.arxiv && 'arXiv'],
    // Underscores and the like are no markup there.
    ['doi', item.DOI],
    ['url', item.URL],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []));
  return `@${entryTypes[item.type]}{${paper.slug},\n${lines.join('')}}\n`;
}

/** Text in which no character means something to TeX. */
function escaped(text: string): string {
  return text.replace(/[&%$#_{}]/g, '\\$&');
}
