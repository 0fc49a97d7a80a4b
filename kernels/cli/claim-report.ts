import { isTested } from '../../src/lib/claims/claim.js';
import type { JudgedCondition } from '../../src/lib/claims/judge.js';
import { isInterval } from '../../src/lib/claims/measurement.js';
import { furthest } from '../../src/lib/experiment/scale.js';
import type { Filing, VerdictChange } from '../engine/check.js';
import type { Judged } from '../engine/claims.js';

/** What was measured for each claim, and what had been asked of it: a paragraph a claim and profile. */
export function claimReport(judged: readonly Judged[]): string {
  return judged.map((one) => `\n${heading(one)}\n${indented(reasons(one))}`).join('');
}

/** One verdict that is another one now, as a line. */
export function changeLine({ paper, claim, profile, before, after }: VerdictChange): string {
  return `${paper}/${claim} (${profile}): ${before ?? 'no verdict recorded'} → ${after ?? 'not judged any more'}`;
}

/** What filing a paper's verdicts did, a line each: what changed, and what stayed as it was recorded. */
export function filingLines(paper: string, { changes, kept }: Filing): string[] {
  return [
    ...changes.map((change) => `CHANGED ${changeLine(change)}`),
    ...kept.map(
      ({ claim, profile, because }) => `KEPT ${paper}/${claim} (${profile}) as it was recorded: ${because}`,
    ),
  ];
}

function heading({ claim, profile, verdict, decisive }: Judged): string {
  const scale = profile === 'none' ? '' : ` (${profile}${decisive ? '' : ', beside the full run'})`;
  return `${claim.id}${scale}: ${verdict}`;
}

function reasons({ claim, judgement, scales }: Judged): string[] {
  if (!isTested(claim)) return [claim.statement, `why: ${claim.untested}`];
  if (!judgement) return [claim.statement];
  const { conditions, because, needed } = judgement;
  const enough = needed === undefined ? '' : `; about ${needed} repetitions would decide`;
  return [
    claim.statement,
    ...conditions.flatMap(conditionLines),
    `asked: ${claim.criterion}`,
    ...(because ? [`undecided: ${because}${enough}`] : []),
    `scale: ${furthest(scales.map(({ level }) => level))}`,
  ];
}

function conditionLines({ label, measurement, verdict }: JudgedCondition): string[] {
  const { value, low, high, unit, detail, uncertainty } = measurement;
  const interval = low == null || high == null || low === high ? '' : ` [${short(low)}, ${short(high)}]`;
  const spread = isInterval(measurement)
    ? `${uncertainty}, repetitions: ${measurement.repetitions}`
    : uncertainty;
  return [
    `${label ? `${label}: ${verdict}, ` : ''}measured: ${value == null ? 'nothing' : short(value)}${interval} ${unit}; ${spread}`,
    ...(detail ? [`detail: ${detail}`] : []),
  ];
}

const short = (value: number) => String(Number(value.toPrecision(4)));

const indented = (lines: readonly string[]) => lines.map((line) => `    ${line}\n`).join('');
