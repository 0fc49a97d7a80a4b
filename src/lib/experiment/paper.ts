import type { AnswerFrom } from '../claims/answer.js';
import type { JudgedPaper } from '../claims/claim.js';
import type { Prose } from '../claims/prose.js';
import type { TableRows } from './column.js';
import type { Experiment } from './experiment.js';

/** A small picture of a paper's main figure, for the shelf; `R` are the rows of the paper's tables. */
export interface Thumbnail<R extends TableRows = TableRows> {
  /** Names of the tables it is drawn from. */
  readonly tables: readonly string[];
  /** What its axes and colours are, in a sentence: there are no words in it. */
  readonly caption: string;
  /** @param document what the picture's elements are made with; there is no page around it. */
  draw(rows: R, document: Document): Element;
}

/**
 * A paper of the shelf that has moved in: what it is, its experiments, its claims. Or a study of ours beside the
 * shelf, of experiments alone: nothing is claimed, so it has no verdicts and no picture on the shelf.
 */
export interface Paper {
  readonly slug: string;
  /** Definitions of its experiments, by the name of their module, `data-loaders/<slug>/<name>.ts`. */
  readonly experiments: Readonly<Record<string, Pick<Experiment, 'definition'>>>;
  /** What the first screen of its page says. */
  answer?(): Promise<{ readonly answer: AnswerFrom }>;
  /** Loaded apart, so that serving a table does not load what judges it. */
  claims?(): Promise<JudgedPaper>;
  /** What the text of its page takes from its tables. */
  prose?(): Promise<{ readonly prose: readonly Prose[] }>;
  thumbnail?(): Promise<Thumbnail>;
}
