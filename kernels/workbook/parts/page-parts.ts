/** A part of a page that is HTML before a reader's browser has run anything. */
export interface PagePart {
  readonly html: string;
  /** The page's own heading, where the part decides it: text, without markup. */
  readonly title?: string;
}

/** The parts of a paper's pages, or of those about all papers, by name. */
export type PageParts = Readonly<Record<string, PagePart>>;
