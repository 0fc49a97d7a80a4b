import { significant } from '../text/number.js';

/** What must hold for a measurement to mean anything. A closed one makes the verdict inconclusive. */
export interface Gate {
  /** What it asks for: "training accuracy with permuted labels is 0.9 or more". */
  readonly asks: string;
  /** What was found: "0.21". */
  readonly found: string;
  readonly open: boolean;
}

/** A gate that a value passes where it is `bound` or more. What was not measured does not pass. */
export function atLeast(what: string, value: number | null | undefined, bound: number): Gate {
  return passing(`${what} is ${significant(bound)} or more`, value, (found) => found >= bound);
}

/** A gate that a value passes where it is `bound` or less. What was not measured does not pass. */
export function atMost(what: string, value: number | null | undefined, bound: number): Gate {
  return passing(`${what} is ${significant(bound)} or less`, value, (found) => found <= bound);
}

function passing(asks: string, value: number | null | undefined, passes: (found: number) => boolean): Gate {
  const known = value !== null && value !== undefined && Number.isFinite(value);
  return { asks, found: known ? significant(value) : 'not measured', open: known && passes(value) };
}
