import { givenLaws } from './given-laws.js';
import { labelLaws } from './label-laws.js';
import type { QuestionLaw } from './law.js';
import { mixtureLaws } from './mixture-laws.js';
import { numberLaws } from './number-laws.js';

/** All laws of the second part of the bench. */
export const laws: readonly QuestionLaw[] = [...numberLaws, ...labelLaws, ...mixtureLaws, ...givenLaws];

/** The law of a name. @throws {RangeError} where there is none. */
export function lawOf(id: string): QuestionLaw {
  const found = laws.find((law) => law.id === id);
  if (!found) throw new RangeError(`no law "${id}": there are ${laws.map((law) => law.id).join(', ')}`);
  return found;
}
