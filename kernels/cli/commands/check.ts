import { performance } from 'node:perf_hooks';
import { countVerdicts } from '../../../src/lib/claims/verdict.js';
import { checkPaper, type CheckResult } from '../../engine/check.js';
import { lockProblem } from '../../engine/criteria-lock.js';
import { type ExitCode, Failure, messageOf } from '../../engine/failure.js';
import { litmusCommand } from '../../engine/litmus-command.js';
import { loadPapers } from '../../engine/papers.js';
import { changeLine, claimReport } from '../claim-report.js';
import type { CommandContext } from '../context.js';
import { progressBoard } from '../progress.js';
import { commandRunner } from '../runner.js';

interface CheckOptions {
  readonly fresh?: boolean;
  readonly backend?: string;
  readonly jobs?: number;
  readonly claims?: boolean;
  readonly json?: boolean;
}

interface PaperResult extends CheckResult {
  readonly paper: string;
  /** What is wrong with the lock of its criteria. */
  readonly unlocked?: string;
}

/** A paper that could not be judged, which keeps no other from being judged. */
interface Problem {
  readonly paper: string;
  readonly message: string;
  readonly exitCode: ExitCode;
}

/** `litmus check`: fails where a verdict is not the recorded one, and where today's code does not stand behind it. */
export async function check(
  { terminal, signal }: CommandContext,
  slugs: string[],
  options: CheckOptions,
): Promise<number> {
  // A wrong name is told before anything is computed.
  const papers = await loadPapers(slugs);
  const board = progressBoard(terminal, () => performance.now());
  const log = (message: string) => terminal.err(`litmus: ${message}\n`);
  const runner = commandRunner(options, log);
  const { fresh, backend } = options;
  const results: PaperResult[] = [];
  const problems: Problem[] = [];
  try {
    for (const paper of papers)
      try {
        const serve = { fresh, backend, signal, runner, log, onProgress: board.report };
        const unlocked = await lockProblem(paper);
        results.push({ paper: paper.slug, ...(await checkPaper(paper, serve)), unlocked });
      } catch (error) {
        if (signal.aborted) throw error;
        problems.push(problemOf(paper.slug, error));
      }
    board.stop();
    const stale = results.flatMap(({ paper, judged }) =>
      judged.flatMap(({ claim, profile, stale }) =>
        stale === undefined ? [] : [{ paper, claim: claim.id, profile, because: stale }],
      ),
    );
    const changes = results.flatMap((result) => result.changes);
    const unlocked = results.flatMap((result) => result.unlocked ?? []);
    if (options.json) {
      const report = results.map((result) => verdictsOf(result, options.claims));
      terminal.out(`${JSON.stringify({ papers: report, changes, stale, unlocked, problems }, null, 2)}\n`);
    } else {
      for (const result of results) terminal.out(summary(result, options.claims));
      for (const change of changes) terminal.out(`CHANGED ${changeLine(change)}\n`);
      for (const { paper, claim, profile, because } of stale)
        terminal.out(
          `STALE ${paper}/${claim} (${profile}): judged on the result of older code; ${because}\n`,
        );
      for (const problem of unlocked) terminal.out(`UNLOCKED ${problem}\n`);
      for (const { paper, message } of problems) terminal.out(`FAILED ${paper}: ${message}\n`);
      terminal.out(conclusion(changes.length, stale.length, unlocked.length, problems.length));
    }
    if (problems.length > 0) return Math.max(...problems.map(({ exitCode }) => exitCode));
    if (stale.length > 0) return 3;
    return changes.length + unlocked.length === 0 ? 0 : 1;
  } finally {
    board.stop();
    await runner.close();
  }
}

function problemOf(paper: string, error: unknown): Problem {
  const message = messageOf(error);
  return { paper, message, exitCode: error instanceof Failure ? error.exitCode : 3 };
}

function verdictsOf({ paper, judged }: PaperResult, claims: boolean | undefined) {
  return {
    paper,
    verdicts: judged.map(({ claim, profile, verdict, decisive, judgement }) => ({
      claim: claim.id,
      profile,
      verdict,
      decisive,
      ...(claims ? { judgement } : {}),
    })),
  };
}

function summary({ paper, judged }: PaperResult, claims: boolean | undefined): string {
  const counts = countVerdicts(judged.filter(({ decisive }) => decisive).map(({ verdict }) => verdict));
  const told = Object.entries(counts).map(([verdict, count]) => `${count} ${verdict}`);
  return `${paper}: ${told.join(', ')}\n${claims ? `${claimReport(judged)}\n` : ''}`;
}

function conclusion(changed: number, stale: number, unlocked: number, failed: number): string {
  const advice = [
    changed > 0 ? `if a change is meant, record it: ${litmusCommand('record <paper>')}` : '',
    stale > 0 ? 'what is stale proves nothing of the code that is here: mend its run, then check again' : '',
    unlocked > 0 ? 'a criterion stands fixed before the run that it judges' : '',
    failed > 0 ? 'papers that failed were not judged' : '',
  ].filter(Boolean);
  return `${advice.length === 0 ? 'every verdict is the recorded one, by the criteria that were locked' : advice.join('\n')}\n`;
}
