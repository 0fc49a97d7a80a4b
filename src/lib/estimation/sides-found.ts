import type { Question } from './question.js';
import type { Variable } from './variable.js';

/** A side of a question, as it is told. */
export interface SideFound extends Pick<Variable, 'kind' | 'found'> {
  readonly side: string;
  /** Their names. */
  readonly columns: string;
}

/** What the sides of a question hold, in plain data. */
export const sidesFound = ({ x, y, z }: Pick<Question, 'x' | 'y' | 'z'>): SideFound[] =>
  Object.entries({ x, y, given: z }).flatMap(([side, variable]) =>
    variable ? [{ side, columns: variable.name, kind: variable.kind, found: variable.found }] : [],
  );
