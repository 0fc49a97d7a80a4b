import { isTested } from '../../src/lib/claims/claim.js';
import type { ClaimRow, ConditionCell } from '../../src/lib/claims/claim-columns.js';
import type { JudgedCondition } from '../../src/lib/claims/judge.js';
import { repetitionsOf } from '../../src/lib/claims/measurement.js';
import { finite } from '../../src/lib/experiment/finite.js';
import { furthest, scaleLines } from '../../src/lib/experiment/scale.js';
import type { Judged } from './claims.js';
import type { CriteriaLock } from './criteria-lock.js';

/** One judged claim as a row of `claims.parquet`. */
export function claimRow(judged: Judged, lock?: CriteriaLock): ClaimRow {
  const { paper, claim, profile, verdict, judgement, scales, decisive, stale } = judged;
  const { id, statement, origin, source, figure, reported, reportedValue } = claim;
  const measurement = judgement?.binding?.measurement;
  const conditions = judgement?.conditions ?? [];
  const tested = isTested(claim) ? claim : undefined;
  return {
    paper,
    id,
    statement,
    origin,
    source: source.grade,
    place: source.place,
    reported,
    reported_value: finite(reportedValue),
    figure: figure ?? null,
    profile,
    scale: scales.length > 0 ? furthest(scales.map(({ level }) => level)) : null,
    extent: scales.length > 0 ? scales.flatMap(scaleLines).join('\n') : null,
    measured: finite(measurement?.value),
    low: finite(measurement?.low),
    high: finite(measurement?.high),
    unit: measurement?.unit ?? null,
    uncertainty: measurement?.uncertainty ?? null,
    repetitions: measurement ? repetitionsOf(measurement) : 0,
    conditions: conditions.length > 0 ? JSON.stringify(conditions.map(conditionCell)) : null,
    gates: judgement && judgement.gates.length > 0 ? JSON.stringify(judgement.gates) : null,
    criterion: tested?.criterion ?? null,
    pilot: tested?.pilot ?? null,
    infeasible: tested?.infeasible ?? null,
    locked: lock?.claims[id]?.since ?? null,
    amendments: lock?.amendments.length ? JSON.stringify(lock.amendments) : null,
    verdict,
    because: isTested(claim) ? (judgement?.because ?? null) : claim.untested,
    needed: judgement?.needed ?? null,
    detail: detailOf(conditions),
    decisive,
    stale: stale ?? null,
  };
}

function conditionCell({ label, measurement, asks, verdict }: JudgedCondition): ConditionCell {
  const { value, low, high, unit, detail } = measurement;
  return {
    label,
    value: finite(value),
    low: finite(low),
    high: finite(high),
    unit,
    detail,
    repetitions: repetitionsOf(measurement),
    ...asks,
    verdict,
  };
}

function detailOf(conditions: readonly JudgedCondition[]): string | null {
  const told = conditions.map(({ label, measurement: { detail } }) =>
    label ? `${label}: ${detail}` : detail,
  );
  return told.length > 0 ? told.join('; ') : null;
}
