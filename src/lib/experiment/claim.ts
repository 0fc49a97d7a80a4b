import type { Row } from './column.js';
import type { Verdict } from './verdict.js';

/**
 * - `exact`: a mathematical statement, decided by a computation.
 * - `quantitative`: a number that can be compared with ours.
 * - `qualitative`: an order or a shape ("A is better than B").
 */
export type ClaimKind = 'exact' | 'quantitative' | 'qualitative';

/** What the paper says, never mixed with what was measured. */
export interface Reported {
  /** The paper's number or order, as text: "1.34 bits", "CS-IB lowest". */
  readonly value: string;
  /** Where it stands: "abstract", "Table 2", "authors' slides, Prop. 1". */
  readonly where: string;
  /** True where the statement is from memory and was not checked against the paper's text. */
  readonly recalled?: boolean;
}

/** What we measured for a claim. */
export interface Measurement {
  /** The point estimate, `null` where nothing could be measured. */
  readonly value: number | null;
  /** Ends of the interval over seeds; equal to `value` where the quantity has no spread. */
  readonly low: number | null;
  readonly high: number | null;
  /** Unit, or what the number counts: "bits", "log-price RMSE difference", "violations of 10,000". */
  readonly unit: string;
  /** How many independent repetitions stand behind the interval. */
  readonly seeds: number;
  /** One sentence with the numbers a reader needs to judge the verdict. */
  readonly detail: string;
}

/** Rows of a paper's tables, by name. */
export type TableRows = Readonly<Record<string, readonly Row[]>>;

interface ClaimBase {
  /** Unique within the paper; recorded verdicts are filed under it. */
  readonly id: string;
  /** The claim in plain words. */
  readonly statement: string;
  readonly kind: ClaimKind;
  readonly reported: Reported;
  /** Anchor of the figure on the paper's page that shows it. */
  readonly figure?: string;
}

/** A claim that a run decides; `R` are the rows of its paper's tables. */
export interface TestedClaim<R extends TableRows = TableRows> extends ClaimBase {
  /** Names of the tables that `measure` reads; all of them of one profile. */
  readonly tables: readonly string[];
  measure(rows: R): Measurement;
  /** What is asked of the measurement, in words: "the whole interval lies below 0". */
  readonly criterion: string;
  /** Fixed before the run that is judged by it. */
  judge(measurement: Measurement): Verdict;
}

/** A claim that no run here can decide, with the reason. */
export interface UntestedClaim extends ClaimBase {
  readonly untested: string;
}

export type Claim = TestedClaim | UntestedClaim;

export function isTested(claim: Claim): claim is TestedClaim {
  return !('untested' in claim);
}
