import { isTested } from '../../src/lib/experiment/claim.js';
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

function reasons({ claim, measurement }: Judged): string[] {
  if (!isTested(claim)) return [claim.statement, `why: ${claim.untested}`];
  if (!measurement) return [claim.statement];
  const { value, low, high, unit, seeds, detail } = measurement;
  const interval = low == null || high == null || low === high ? '' : ` [${short(low)}, ${short(high)}]`;
  return [
    claim.statement,
    `measured: ${value == null ? 'nothing' : short(value)}${interval} ${unit}; repetitions: ${seeds}`,
    `asked: ${claim.criterion}`,
    ...(detail ? [`detail: ${detail}`] : []),
  ];
}

const short = (value: number) => String(Number(value.toPrecision(4)));

const indented = (lines: readonly string[]) => lines.map((line) => `    ${line}\n`).join('');
