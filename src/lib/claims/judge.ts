import { ascending, least } from 'd3-array';
import type { TableRows } from '../experiment/column.js';
import { holm } from '../statistics/holm.js';
import { isExact, type TestedClaim } from './claim.js';
import type { Gate } from './gate.js';
import { type Conditions, type IntervalMeasurement, isInterval, type Measurement } from './measurement.js';
import { direction, type Predicate } from './predicate.js';
import { fewestRepetitions, repetitionsToDecide } from './repetitions.js';
import type { Verdict } from './verdict.js';

/** How often a claim that is false in one of its conditions may be called reproduced or not, by chance. */
const level = 0.05;

/** More conditions than these are counted where they are told of: all of them are drawn. */
const mostNamed = 3;

/** A condition with what is asked of it and what came of it. */
export interface JudgedCondition {
  readonly label: string;
  readonly measurement: Measurement;
  readonly asks: Predicate;
  readonly verdict: Verdict;
}

/** A claim as it was judged on rows. */
export interface Judgement {
  readonly verdict: Verdict;
  /** The condition that the verdict hangs on: the one that speaks most against the claim. */
  readonly binding: JudgedCondition | undefined;
  /** All of them; one, where the claim asks for a single thing. */
  readonly conditions: readonly JudgedCondition[];
  readonly gates: readonly Gate[];
  /** Why the verdict is inconclusive, where it is. */
  readonly because?: string;
  /** About how many independent repetitions would decide, where that is why. */
  readonly needed?: number;
}

/** Measures a claim on the rows of its tables, and judges it. */
export function judge<R extends TableRows>(claim: TestedClaim<R>, rows: R): Judgement {
  const measured = claim.measure(rows);
  const conditions = isConditions(measured) ? measured : [{ label: '', measurement: measured }];
  const judged = verdictsOf(conditions, claim.asks, isExact(claim));
  const verdict = allOf(judged);
  const binding = bindingOf(judged);
  const gates = claim.gates?.(rows) ?? [];
  const closed = gates.filter(({ open }) => !open);
  if (closed.length > 0) {
    const because = closed.map(({ asks, found }) => `${asks} (${found})`).join('; ');
    return {
      verdict: 'inconclusive',
      binding,
      conditions: judged,
      gates,
      because: `what it presupposes does not hold: ${because}`,
    };
  }
  const judgement = { verdict, binding, conditions: judged, gates };
  return verdict === 'inconclusive' ? { ...judgement, ...undecided(judged) } : judgement;
}

function isConditions(measured: Measurement | Conditions): measured is Conditions {
  return Array.isArray(measured);
}

/**
 * The verdict of each condition. One that is exact, or that stands alone, is as its interval says. Of several with
 * intervals, some fail by chance alone: *not reproduced* is said where Holm's correction for all of them leaves it.
 */
function verdictsOf(conditions: Conditions, asks: Predicate, exact: boolean): JudgedCondition[] {
  const asked = conditions.map((condition) => ({ ...condition, asks: condition.asks ?? asks }));
  const againsts = asked.map((one) => (isInterval(one.measurement) ? against(one.measurement, one.asks) : 1));
  const counted = asked.map(({ measurement }) => isInterval(measurement) && decides(measurement));
  const adjusted = holm(againsts.filter((_, index) => counted[index]));
  let next = 0;
  return asked.map(({ label, measurement, asks }, index) => {
    const corrected = counted[index] ? adjusted[next++] : 1;
    const alone = sideOf(measurement, asks);
    let verdict = alone;
    if (isInterval(measurement)) {
      if (exact) throw new TypeError(`“${label}”: an exact claim measures without an interval`);
      if (!counted[index]) verdict = 'inconclusive';
      else if (alone === 'not reproduced' && corrected > level) verdict = 'inconclusive';
    }
    return { label, measurement, asks, verdict };
  });
}

const decides = ({ value, low, repetitions }: IntervalMeasurement) =>
  value !== null && low !== null && repetitions >= fewestRepetitions;

/** Where the interval lies, of what is asked. */
function sideOf({ value, low, high }: Measurement, asks: Predicate): Verdict {
  if (value === null || low === null || high === null) return 'inconclusive';
  const { side, bound, effect } = asks;
  if (side === 'equal to') {
    if (low === bound && high === bound) return 'reproduced';
    return low > bound || high < bound ? 'not reproduced' : 'inconclusive';
  }
  const sign = direction(asks);
  // The end that speaks least for the claim, and the one that speaks most for it.
  const [worst, best] = sign > 0 ? [low, high] : [-high, -low];
  const [line, smallest] = [sign * bound, sign * effect];
  const reaches = (end: number, least: number) =>
    side === 'at least' || side === 'at most' ? end >= least : end > least;
  if (!reaches(best, line) || best < smallest) return 'not reproduced';
  return reaches(worst, line) ? 'reproduced' : 'inconclusive';
}

/** p value of the evidence that the effect is smaller than the smallest of interest; 1 where the value is not. */
function against({ value, pValue }: IntervalMeasurement, asks: Predicate): number {
  if (value === null) return 1;
  const { side, effect } = asks;
  const short = side === 'equal to' ? value !== effect : direction(asks) * (value - effect) <= 0;
  return short ? pValue(effect) : 1;
}

/** A claim of several conditions is reproduced where all are, and not where one is not. */
function allOf(judged: readonly JudgedCondition[]): Verdict {
  if (judged.some(({ verdict }) => verdict === 'not reproduced')) return 'not reproduced';
  if (judged.length > 0 && judged.every(({ verdict }) => verdict === 'reproduced')) return 'reproduced';
  return 'inconclusive';
}

const order: readonly Verdict[] = ['not reproduced', 'inconclusive', 'reproduced'];

/**
 * The condition that speaks most against the claim: by verdict, then by how far the worse end of its interval is beyond
 * the bound, in half-widths of the interval; where none has a width, in the unit of the measurement.
 */
function bindingOf(judged: readonly JudgedCondition[]): JudgedCondition | undefined {
  return least(
    judged,
    (a, b) =>
      ascending(order.indexOf(a.verdict), order.indexOf(b.verdict)) ||
      ascending(beyond(a) / halfWidth(a), beyond(b) / halfWidth(b)) ||
      ascending(beyond(a), beyond(b)),
  );
}

/** How far the worse end of the interval is beyond the bound; negative where it is short of it or nothing was measured. */
function beyond({ measurement: { low, high }, asks }: JudgedCondition): number {
  if (low === null || high === null) return -Infinity;
  const { side, bound } = asks;
  if (side === 'equal to') return -Math.max(Math.abs(low - bound), Math.abs(high - bound));
  return direction(asks) > 0 ? low - bound : bound - high;
}

/** 0 for what is exact, so that its distance in half-widths is infinite; 1 where it would be 0 / 0. */
function halfWidth(condition: JudgedCondition): number {
  const { low, high } = condition.measurement;
  return low === null || high === null || beyond(condition) === 0 ? 1 : (high - low) / 2;
}

/** Why conditions leave a claim undecided, and about how many repetitions would decide it. */
function undecided(judged: readonly JudgedCondition[]): Pick<Judgement, 'because' | 'needed'> {
  const open = judged.filter(({ verdict }) => verdict === 'inconclusive');
  if (judged.length === 0) return { because: 'there is nothing to measure' };
  const within = (some: readonly JudgedCondition[]) => {
    const named = some.map(({ label }) => label).filter(Boolean);
    if (named.length === 0) return '';
    return ` (${named.length > mostNamed ? `${named.length} of ${judged.length} conditions` : named.join(', ')})`;
  };
  const missing = open.filter(({ measurement }) => measurement.value === null);
  if (missing.length > 0) return { because: `a repetition or a condition has no value${within(missing)}` };
  const intervals = open.flatMap(({ measurement, asks, label }) =>
    isInterval(measurement) ? [{ measurement, asks, label }] : [],
  );
  const needs = intervals.map(({ measurement, asks }) => repetitionsToDecide(measurement, asks));
  const needed =
    needs.every((n) => n !== null) && needs.length > 0 ? Math.max(...needs.map(Number)) : undefined;
  const few = intervals.filter(({ measurement }) => measurement.repetitions < fewestRepetitions);
  const because =
    few.length > 0
      ? `fewer than ${fewestRepetitions} independent repetitions`
      : `the interval does not decide${within(open)}`;
  return needed === undefined ? { because } : { because, needed };
}
