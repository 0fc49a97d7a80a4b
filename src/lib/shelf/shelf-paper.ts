/** What a paper is about, coarse enough to filter by. */
export type Subject =
  | 'information bottleneck'
  | 'measuring information'
  | 'representations'
  | 'language models'
  | 'learning theory'
  | 'decisions and games'
  | 'applications';

/** All subjects, in the order in which the shelf and `litmus new` offer them. */
export const subjects: readonly Subject[] = [
  'information bottleneck',
  'measuring information',
  'representations',
  'language models',
  'learning theory',
  'decisions and games',
  'applications',
];

/** Code that the authors published. */
export interface OfficialCode {
  /** Repository on GitHub, `owner/name`. */
  readonly repository: string;
  /** Licence as stated there; omitted where no licence file was seen. */
  readonly licence?: string;
}

/** A paper as it stands on the shelf, whether its experiments have moved in or not. */
export interface ShelfPaper {
  /** Names its page, its folder and its tables. */
  readonly slug: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly year: number;
  /** Conference or journal; "preprint" where there is none. */
  readonly venue: string;
  /** arXiv identifier; omitted for what is not there. */
  readonly arxiv?: string;
  /** OpenReview forum identifier. */
  readonly openReview?: string;
  /** Digital object identifier of the published version. */
  readonly doi?: string;
  readonly code?: OfficialCode;
  readonly subject: Subject;
  /** What the paper is about, in one plain sentence of at most 25 words. */
  readonly sentence: string;
  /** Other names that a reader may look for it by: of its methods, of its data. */
  readonly aliases?: readonly string[];
}

/** A place outside the workbook where a paper can be read or its code found. */
export interface PaperLink {
  readonly label: string;
  readonly href: string;
}

/** Links to the paper and to its official code, whose label states the licence. */
export function paperLinks({ arxiv, openReview, doi, code }: ShelfPaper): PaperLink[] {
  const links: PaperLink[] = [];
  if (arxiv) links.push({ label: `arXiv:${arxiv}`, href: `https://arxiv.org/abs/${arxiv}` });
  if (openReview) links.push({ label: 'OpenReview', href: `https://openreview.net/forum?id=${openReview}` });
  if (doi) links.push({ label: `doi:${doi}`, href: `https://doi.org/${doi}` });
  if (code)
    links.push({
      label: `official code (${code.licence ?? 'no licence stated'})`,
      href: `https://github.com/${code.repository}`,
    });
  return links;
}
