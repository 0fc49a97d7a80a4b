import { type Verdict, verdicts } from '../lib/claims/verdict.js';
import type { ShelfPaper, Subject } from '../lib/shelf/shelf-paper.js';

/** A paper with what was found out about it: no verdicts means that it waits on the list. */
export interface ShelfEntry {
  readonly paper: ShelfPaper;
  readonly verdicts: readonly Verdict[];
}

/** `moved in`: its experiments run here; `on the list`: they do not yet; or some claim of it got that verdict. */
export type State = 'moved in' | 'on the list' | Verdict;

export const states: readonly State[] = ['moved in', 'on the list', ...verdicts];

export interface ShelfQuery {
  /** Words that all have to occur in title, authors, venue, year, subject or sentence. */
  readonly text: string;
  readonly subject?: Subject;
  readonly state?: State;
}

/** Lower case without accents, so that "Mélanie" is found by "melanie". */
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether an entry of the shelf is among what a reader asks for. */
export function matches({ paper, verdicts }: ShelfEntry, { text, subject, state }: ShelfQuery): boolean {
  if (subject && paper.subject !== subject) return false;
  if (state === 'moved in' && verdicts.length === 0) return false;
  if (state === 'on the list' && verdicts.length > 0) return false;
  if (state && state !== 'moved in' && state !== 'on the list' && !verdicts.includes(state)) return false;
  const { title, authors, venue, year, sentence } = paper;
  const haystack = fold([title, ...authors, venue, year, paper.subject, sentence].join(' '));
  return fold(text)
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}
