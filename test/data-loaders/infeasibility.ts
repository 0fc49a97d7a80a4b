import type { ValueRange } from '../../src/lib/claims/attainable.js';
import type { TestedClaim } from '../../src/lib/claims/claim.js';
import { judge, type JudgedCondition } from '../../src/lib/claims/judge.js';
import {
  boundedKinds,
  type BoundedMeasurement,
  correlationOf,
  exactly,
  isInterval,
  type Measurement,
  shareOf,
} from '../../src/lib/claims/measurement.js';
import { direction, type Predicate } from '../../src/lib/claims/predicate.js';
import { fewestRepetitions } from '../../src/lib/claims/repetitions.js';
import type { TableRows } from '../../src/lib/experiment/column.js';
import type { CorrelationKind } from '../../src/lib/statistics/correlation-interval.js';

/**
 * Why a condition is no test: its bound could not be met, or not be missed, between the values that can come out; or these
 * are not what the claim says, since another one came out. Nothing where all is well.
 *
 * @throws {RangeError} where a range is needed and the claim gives none
 */
export function infeasibility(
  claim: Pick<TestedClaim, 'id' | 'attainable'>,
  rows: TableRows,
  { label, measurement, asks }: Pick<JudgedCondition, 'label' | 'measurement' | 'asks'>,
): string[] {
  const named = label ? `${claim.id}, ${label}` : claim.id;
  const could = isBounded(measurement) ? couldAtEnds(measurement, asks) : undefined;
  if (could) return told(named, could);
  const range = claim.attainable?.(rows, { label, unit: measurement.unit });
  if (!range) throw new RangeError(`${named}: between which values can it come out?`);
  const found = told(named, isInterval(measurement) ? couldWithin(range, asks) : couldExactly(range, asks));
  const { low, high } = measurement;
  const outside =
    low !== null && high !== null && (low > range.greatest + rounding || high < range.least - rounding);
  return outside
    ? [...found, `${named}: ${low} to ${high} is not in ${range.least} to ${range.greatest}`]
    : found;
}

const rounding = 1e-9;

/** What can become of a bound. */
interface Could {
  readonly meet: boolean;
  readonly miss: boolean;
}

const told = (named: string, { meet, miss }: Could) => [
  ...(meet ? [] : [`${named}: cannot be met`]),
  ...(miss ? [] : [`${named}: cannot be missed`]),
];

/** Of a mean: its interval may be as narrow as you like, anywhere inside the range. */
function couldWithin({ least, greatest }: ValueRange, asks: Predicate): Could {
  const [worst, best] = direction(asks) > 0 ? [least, greatest] : [-greatest, -least];
  const [bound, effect] = [asks.bound, asks.effect].map((line) => direction(asks) * line);
  return { meet: effect < best, miss: worst <= bound && worst < effect };
}

/** Of what is exact: the ends of the range can come out, too. */
function couldExactly({ least, greatest }: ValueRange, asks: Predicate): Could {
  const values = [least, greatest, asks.bound].filter((value) => value >= least && value <= greatest);
  const finite = values.map((value) => Math.min(Math.max(value, -Number.MAX_VALUE), Number.MAX_VALUE));
  return among(
    finite.map((value) => exactly(value, '', '')),
    asks,
  );
}

const isBounded = (measurement: Measurement): measurement is BoundedMeasurement =>
  boundedKinds.some((kind) => kind === measurement.uncertainty);

/** Of a share or a correlation: the least and the greatest that it could be, with as many repetitions. */
function couldAtEnds({ uncertainty, repetitions }: BoundedMeasurement, asks: Predicate): Could {
  // Fewer repetitions decide nothing, whatever they show.
  if (repetitions < fewestRepetitions) return { meet: true, miss: true };
  if (uncertainty === 'Clopper–Pearson')
    return among(
      [false, true].map((outcome) => shareOf(Array<boolean>(repetitions).fill(outcome), '', '')),
      asks,
    );
  const kind = uncertainty.replace('Fisher z, ', '') as CorrelationKind;
  return among(
    [-0.9999, 0.9999].map((value) => correlationOf({ value, pairs: repetitions, kind }, '', '')),
    asks,
  );
}

function among(measurements: readonly Measurement[], asks: Predicate): Could {
  const verdicts = measurements.map((measurement) => {
    const claim = { asks, measure: () => measurement } as unknown as TestedClaim;
    return judge(claim, {}).verdict;
  });
  return { meet: verdicts.includes('reproduced'), miss: verdicts.includes('not reproduced') };
}
