import { type Verdict, verdicts } from '../lib/claims/verdict.js';
import { type Subject, subjects } from '../lib/shelf/shelf-paper.js';

/** `moved in`: its experiments run here; `on the list`: they do not yet; or some claim of it got that verdict. */
export type State = 'moved in' | 'on the list' | Verdict;

export const states: readonly State[] = ['moved in', 'on the list', ...verdicts];

/** What a paper is found by, beside its words: no verdicts means that it waits on the list. */
export interface PaperFacts {
  readonly subject: string;
  readonly verdicts: readonly string[];
}

/** What a reader asks for; what is left out asks for nothing. */
export interface ShelfQuery {
  readonly text: string;
  readonly subject?: Subject;
  readonly state?: State;
}

/** Whether a paper is among what is asked for, its words apart. */
export function matchesPaper({ subject, verdicts }: PaperFacts, query: ShelfQuery): boolean {
  if (query.subject && query.subject !== subject) return false;
  if (query.state === 'moved in') return verdicts.length > 0;
  if (query.state === 'on the list') return verdicts.length === 0;
  return query.state === undefined || verdicts.includes(query.state);
}

/** A query as the part of an address after its question mark; empty where it asks for nothing. */
export function shelfAddress({ text, subject, state }: ShelfQuery): string {
  const parts = new URLSearchParams();
  if (text.trim()) parts.set('q', text.trim());
  if (subject) parts.set('subject', subject);
  if (state) parts.set('state', state);
  return parts.toString();
}

/** The query that an address asks for; what it names that is not there asks for nothing. */
export function shelfQueryIn(search: string): ShelfQuery {
  const parts = new URLSearchParams(search);
  return {
    text: parts.get('q') ?? '',
    subject: subjects.find((subject) => subject === parts.get('subject')),
    state: states.find((state) => state === parts.get('state')),
  };
}
