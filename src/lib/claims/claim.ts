import type { TableRows } from '../experiment/column.js';
import type { ValueRange } from './attainable.js';
import type { Coverage } from './coverage.js';
import type { Gate } from './gate.js';
import type { Conditions, ExactMeasurement, IntervalMeasurement } from './measurement.js';
import type { Predicate } from './predicate.js';
import type { Relabelling } from './relabelling.js';

/**
 * Whose claim it is:
 *
 * - `abstract`, `body`: the paper's own, from its abstract or from elsewhere in it;
 * - `companion`: made in another paper by the authors;
 * - `code`: an audit of the code that they released;
 * - `ours`: a check or a control of ours.
 *
 * The paper's own alone count in its verdicts; the others stand beyond the paper.
 */
export const origins = ['abstract', 'body', 'companion', 'code', 'ours'] as const;
export type Origin = (typeof origins)[number];

/** Whether a claim counts in the verdicts of its paper. */
export const isOfThePaper = (origin: Origin): origin is 'abstract' | 'body' =>
  origin === 'abstract' || origin === 'body';

/** The claims that count in the verdicts of their papers. */
export const ownClaims = <C extends { readonly origin: Origin }>(claims: readonly C[]): C[] =>
  claims.filter(({ origin }) => isOfThePaper(origin));

/**
 * How we know that the claim is made: read in the `text` itself, or in released `code`; `second-hand` from a summary,
 * from slides, from a README; or from `memory`. A verdict on either of the last two is provisional.
 */
export const sourceGrades = ['text', 'code', 'second-hand', 'memory'] as const;
export type SourceGrade = (typeof sourceGrades)[number];
/** How we know of what nobody of us has read in its place. */
export type ProvisionalGrade = 'second-hand' | 'memory';

/** Whether a verdict waits for somebody to read the source. */
export const isProvisional = (grade: SourceGrade): grade is ProvisionalGrade =>
  grade === 'second-hand' || grade === 'memory';

export interface Source {
  readonly grade: SourceGrade;
  /** The exact place: "abstract, sentence 7", "Table 2, row 3", "loss_cs.py". */
  readonly place: string;
}

interface ClaimBase {
  /** Unique within the paper; recorded verdicts are filed under it. */
  readonly id: string;
  /** One sentence that can be true or false, about what was run here and worded so. */
  readonly statement: string;
  readonly origin: Origin;
  readonly source: Source;
  /** The paper's number, or what it says in our words; what was read off a plot, with the reading error. */
  readonly reported: string;
  /** The paper's number on the scale of our measurement, where it has one: it is drawn beside ours. */
  readonly reportedValue?: number;
  /** Anchor of the figure on the paper's page that shows it. */
  readonly figure?: string;
}

/** One of the things that a claim measures: its condition, and what its number counts. */
export interface Measured {
  readonly label: string;
  readonly unit: string;
}

interface Tested<R extends TableRows> extends ClaimBase {
  /** Names of the tables that it reads; all of them of one profile. */
  readonly tables: readonly string[];
  /** What is asked of the measurement, in words, with the smallest effect of interest. */
  readonly criterion: string;
  /** The same as data, for the measurement, or for each condition that has none of its own. */
  readonly asks: Predicate;
  /** What must hold for the measurement to mean anything. */
  gates?(rows: R): readonly Gate[];
  /**
   * Between which values a measurement can come out in this experiment, as far as the rows tell: what starts at 0.97 cannot
   * rise by 0.05. A narrower range than the true one will do. A test asks on the recorded tables whether every bound can be
   * met there, and can be missed; shares and correlations have the range of their kind.
   */
  attainable?(rows: R, measured: Measured): ValueRange;
  /** Why a bound cannot be met, or cannot be missed, where that was found after it had been fixed: the page shows it. */
  readonly infeasible?: string;
}

/** A claim about what is sampled: measured with an interval over independent repetitions. */
export interface SampledClaim<R extends TableRows = TableRows> extends Tested<R> {
  measure(rows: R): IntervalMeasurement | Conditions<IntervalMeasurement>;
  /** Whether an earlier run of the same protocol was seen before the criterion was set. */
  readonly pilot: boolean;
  /** Makes data under which the claim says nothing, so that it can be told how often it is reproduced by chance. */
  readonly chance?: Relabelling;
}

/** A claim that a computation decides, since nothing in it is sampled. */
export interface ExactClaim<R extends TableRows = TableRows> extends Tested<R> {
  measure(rows: R): ExactMeasurement | Conditions<ExactMeasurement>;
  attainable(rows: R, measured: Measured): ValueRange;
  /** Why there is nothing to repeat: "a closed form", "deterministic: no seed enters". */
  readonly exact: string;
  /** Whether the outcome was seen before the criterion was set. */
  readonly pilot: boolean;
}

/** A claim that a run decides; `R` are the rows of its paper's tables. */
export type TestedClaim<R extends TableRows = TableRows> = SampledClaim<R> | ExactClaim<R>;

/** A claim that no run here decides: with the reason, and what it would take. */
export interface UntestedClaim extends ClaimBase {
  readonly untested: string;
}

export type Claim = TestedClaim | UntestedClaim;

export function isTested(claim: Claim): claim is TestedClaim {
  return !('untested' in claim);
}

/** Names of the tables that a claim reads; none of one that no run decides. */
export const tablesReadBy = (claim: Claim): readonly string[] => (isTested(claim) ? claim.tables : []);

export function isExact<R extends TableRows>(claim: TestedClaim<R>): claim is ExactClaim<R> {
  return 'exact' in claim;
}

/** What a paper's `claims.ts` exports. */
export interface JudgedPaper {
  /** In the order in which they are shown. */
  readonly claims: readonly Claim[];
  /** What the sentences of its abstract claim, and where that is judged. */
  readonly coverage: Coverage;
}
