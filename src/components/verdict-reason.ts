import { type ClaimRow, type ConditionCell, conditionsOf, gatesOf } from '../lib/claims/claim-columns.js';
import type { Side } from '../lib/claims/predicate.js';
import { fewestRepetitions } from '../lib/claims/repetitions.js';
import type { Verdict } from '../lib/claims/verdict.js';
import { count, countInWords, significant } from '../lib/text/number.js';

/**
 * Why a claim has its verdict, in one short phrase: the gate that is shut, the conditions that fail, how many repetitions
 * would decide. `undefined` where nothing was measured that could be told so briefly.
 */
export function verdictReason(row: ClaimRow): string | undefined {
  const conditions = conditionsOf(row);
  switch (row.verdict) {
    case 'reproduced':
      return conditions.length === 0 ? undefined : whatHolds(conditions);
    case 'not reproduced':
      return conditions.length === 0 ? undefined : whatFails(conditions);
    case 'inconclusive':
      return shutGate(row) ?? whatIsOpen(row, conditions);
    case 'not tested':
      return row.because ?? undefined;
  }
}

function whatHolds(conditions: readonly ConditionCell[]): string {
  if (conditions.length > 1) return `${someOf(conditions, conditions)} hold`;
  const [{ side, bound, low, high }] = conditions;
  const asked = asks[side](significant(bound));
  return low === high ? `it is ${asked}` : `all of the interval is ${asked}`;
}

function whatFails(conditions: readonly ConditionCell[]): string {
  if (conditions.length === 1) return howItFails(conditions[0]);
  const failing = conditions.filter(({ verdict }) => verdict === 'not reproduced');
  return `${someOf(failing, conditions)} ${failing.length === 1 ? 'fails' : 'fail'}${named(failing, conditions)}`;
}

function howItFails({ side, bound, effect, value, low, high }: ConditionCell): string {
  if (low === null || high === null || low === high)
    return `${value === null ? 'no value' : significant(value)}, where ${asks[side](significant(bound))} is asked for`;
  // An effect of interest beyond the bound is asked of what lies above or below.
  if (effect !== bound && (side === 'above' ? high > bound : low < bound))
    return `too small: all of the interval falls short of ${significant(effect)}, the least that would matter`;
  return `all of the interval is ${low > bound ? 'above' : 'below'} the bound, ${significant(bound)}`;
}

function shutGate(row: ClaimRow): string | undefined {
  const [first, ...others] = gatesOf(row).filter(({ open }) => !open);
  if (first === undefined) return undefined;
  const more =
    others.length === 0
      ? ''
      : `, nor ${others.length === 1 ? 'does' : 'do'} ${countInWords(others.length)} more`;
  return `gate shut: it does not hold that ${first.asks} (found: ${first.found})${more}`;
}

function whatIsOpen({ because, needed }: ClaimRow, conditions: readonly ConditionCell[]) {
  const open = conditions.filter(({ verdict }) => verdict === 'inconclusive');
  const missing = open.filter(({ value }) => value === null);
  if (open.length === 0) return because ?? undefined;
  if (missing.length > 0)
    return conditions.length === 1
      ? 'a repetition has no value'
      : `${someOf(missing, conditions)} ${missing.length === 1 ? 'has' : 'have'} no value${named(missing, conditions)}`;
  const fewest = Math.min(...open.map(({ repetitions }) => repetitions));
  const enough = needed === null ? undefined : `about ${roughly(needed)} would decide`;
  if (fewest < fewestRepetitions)
    return [
      `${repetitionsOf(fewest)}: fewer than ${fewestRepetitions} decide nothing, wherever the interval lies`,
      enough,
    ]
      .filter((part) => part !== undefined)
      .join('; ');
  const [{ bound, low, high }] = open;
  const holdsBound = low !== null && high !== null && low <= bound && bound <= high;
  const what =
    conditions.length > 1
      ? `${someOf(open, conditions)} ${open.length === 1 ? 'is' : 'are'} undecided${named(open, conditions)}`
      : holdsBound
        ? `the bound, ${significant(bound)}, is in the interval`
        : 'the interval does not decide';
  return enough === undefined ? what : `${what}; ${repetitionsOf(fewest)}, ${enough}`;
}

/** A number that is an extrapolation, in two digits: `1,100`. */
export const roughly = (number: number) => count(Number(number.toPrecision(2)));

const repetitionsOf = (number: number) => `${count(number)} repetition${number === 1 ? '' : 's'}`;

/** "one of four conditions", "both conditions", "all three conditions" */
function someOf(some: readonly ConditionCell[], all: readonly ConditionCell[]): string {
  if (some.length < all.length)
    return `${countInWords(some.length)} of ${countInWords(all.length)} conditions`;
  return all.length === 2 ? 'both conditions' : `all ${countInWords(all.length)} conditions`;
}

/** Which, of conditions that are not all of them, where they are one or two. */
function named(some: readonly ConditionCell[], all: readonly ConditionCell[]): string {
  const labels = some.map(({ label }) => label);
  return some.length === all.length || some.length > 2 || labels.includes('') ? '' : `: ${labels.join('; ')}`;
}

/** What is asked of a value, given the bound. */
const asks: Readonly<Record<Side, (bound: string) => string>> = {
  above: (bound) => `above ${bound}`,
  below: (bound) => `below ${bound}`,
  'at least': (bound) => `${bound} or more`,
  'at most': (bound) => `${bound} or less`,
  'equal to': (bound) => bound,
};

/** Of these verdicts the reason stands in a claim's line: what went as the paper says needs none there. */
export const toldInLine: readonly Verdict[] = ['not reproduced', 'inconclusive'];
