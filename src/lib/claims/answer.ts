import type { DecidedClaim, ProseValue } from './prose.js';
import type { Verdict } from './verdict.js';

/** A sentence about what was run here. */
export interface Finding {
  /** Plain sentences, of at most 45 words together; their numbers are computed, their result words too or held by `holds`. */
  readonly text: string;
  /** What its other words presuppose, each named, and whether it is so. */
  readonly holds: Readonly<Record<string, boolean>>;
}

/** What differs from the paper at the scales that are not its own: `reduced: '10 of the paper’s 200 epochs'`. */
export type Differences = Readonly<Partial<Record<'reduced' | 'stand-in', string>>>;

/** What the first screen of a paper's page says before any figure: three sentences. */
export interface Answer {
  /** What the paper says, in our words, of at most 25. */
  readonly says: string;
  /** What came out here, with the claims that it rests on: the furthest of their scales is told beside it. */
  readonly found: Finding & { readonly claims: readonly string[] };
  /** What was smaller here, or stood in for what, of at most 18 words: one phrase for each such scale of those claims. */
  readonly differs: Differences;
  /** Why it came out so, as far as the runs tell; `{{name}}` in its text stands for a value of the page's prose. */
  readonly because: Finding;
}

/** Makes a paper's answer from its claims as they were judged. */
export type AnswerFrom = (claim: DecidedClaim) => Answer;

/** Conditions on verdicts, for words that presuppose them: `given(claim, { 'error-falls': 'not reproduced' })`. */
export function given(
  claim: DecidedClaim,
  verdicts: Readonly<Record<string, Verdict>>,
): Readonly<Record<string, boolean>> {
  return Object.fromEntries(
    Object.entries(verdicts).map(([id, verdict]) => [`${id} is ${verdict}`, claim(id).verdict === verdict]),
  );
}

/**
 * A text with the values of a page's prose in the places of their names, `{{name}}`.
 *
 * @throws {RangeError} where a name has no value, or stands for a condition
 */
export function withValues(text: string, values: Readonly<Record<string, ProseValue>>): string {
  return text.replace(/\{\{([\w-]+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (typeof value !== 'string') throw new RangeError(`"${name}" is no value of the page’s prose`);
    return value;
  });
}
