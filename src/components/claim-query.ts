import { type Origin, origins } from '../lib/claims/claim.js';
import { type Verdict, verdicts } from '../lib/claims/verdict.js';
import { type ScaleLevel, scaleLevels } from '../lib/experiment/scale.js';
import { type Subject, subjects } from '../lib/shelf/shelf-paper.js';

/** By what claims are gathered. */
export const groupings = ['paper', 'subject', 'verdict'] as const;
export type Grouping = (typeof groupings)[number];

/** What a claim is found by, beside its words. */
export interface ClaimFacts {
  /** Slug. */
  readonly paper: string;
  readonly subject: string;
  readonly verdict: string;
  readonly origin: string;
  /** Empty for a claim that no run decides. */
  readonly scale: string;
}

/** What a reader asks for; what is left out asks for nothing. */
export interface ClaimQuery {
  readonly text: string;
  /** Any of these; of none, all. */
  readonly verdicts: readonly Verdict[];
  readonly subject?: Subject;
  readonly paper?: string;
  readonly scale?: ScaleLevel;
  readonly origin?: Origin;
  readonly group: Grouping;
}

/** Whether a claim is among what is asked for, its words apart. */
export function matchesClaim(facts: ClaimFacts, query: ClaimQuery): boolean {
  const { verdicts, subject, paper, scale, origin } = query;
  return (
    (verdicts.length === 0 || verdicts.some((verdict) => verdict === facts.verdict)) &&
    (subject === undefined || subject === facts.subject) &&
    (paper === undefined || paper === facts.paper) &&
    (scale === undefined || scale === facts.scale) &&
    (origin === undefined || origin === facts.origin)
  );
}

/** A query as the part of an address after its question mark; empty where it asks for nothing. */
export function addressOf({ text, verdicts, subject, paper, scale, origin, group }: ClaimQuery): string {
  const parts = new URLSearchParams();
  const words = text.trim();
  if (words) parts.set('q', words);
  for (const verdict of verdicts) parts.append('verdict', verdict);
  for (const [name, value] of Object.entries({ subject, paper, scale, origin }))
    if (value !== undefined) parts.set(name, value);
  if (group !== 'paper') parts.set('group', group);
  return parts.toString();
}

/**
 * The query that an address asks for. What it names that is not there asks for nothing, so that an old link still shows
 * something.
 *
 * @param papers slugs of the papers with claims
 */
export function queryIn(search: string, papers: readonly string[]): ClaimQuery {
  const parts = new URLSearchParams(search);
  const one = <T extends string>(name: string, among: readonly T[]) =>
    among.find((value) => value === parts.get(name));
  return {
    text: parts.get('q') ?? '',
    verdicts: verdicts.filter((verdict) => parts.getAll('verdict').includes(verdict)),
    subject: one('subject', subjects),
    paper: one('paper', papers),
    scale: one('scale', scaleLevels),
    origin: one('origin', origins),
    group: one('group', groupings) ?? 'paper',
  };
}
