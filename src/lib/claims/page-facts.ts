import type { ScaleLevel } from '../experiment/scale.js';
import type { Answer } from './answer.js';
import type { Amendment, ClaimRow } from './claim-columns.js';
import type { PageProse } from './prose.js';

/** A claim as its deciding run judged it. */
export interface ClaimFacts extends Pick<
  ClaimRow,
  'id' | 'statement' | 'origin' | 'source' | 'reported' | 'verdict' | 'scale'
> {
  /** Day of the youngest table that it was judged on, ISO 8601; none where no run decides it. */
  readonly judgedOn: string | null;
}

/** The three sentences of a paper's first screen, with the scales that they hold at. */
export interface ScaledAnswer extends Answer {
  /** Each scale of the claims that the finding rests on, the nearest to the paper first. */
  readonly scales: readonly ScaleLevel[];
}

/** What authors answer to verdicts on their paper. */
export interface AuthorResponse {
  /** ISO 8601. */
  readonly date: string;
  readonly author: string;
  /** The claims that it is about. */
  readonly claims: readonly string[];
  /** Plain text. */
  readonly paragraphs: readonly string[];
}

/** What a paper's page is made with, beside its own text. */
export interface PageFacts extends PageProse {
  readonly claims: readonly ClaimFacts[];
  /** Absent where the paper gives none, or where it could not be computed. */
  readonly answer?: ScaledAnswer;
  /** Changes of the paper's criteria after they were fixed. */
  readonly amendments: readonly Amendment[];
  readonly responses: readonly AuthorResponse[];
}
