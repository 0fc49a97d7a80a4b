import { performance } from 'node:perf_hooks';
import { countVerdicts } from '../../../src/lib/experiment/verdict.js';
import { checkPaper } from '../../engine/check.js';
import { loadPaper, paperSlugs } from '../../engine/papers.js';
import { claimReport } from '../claim-report.js';
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

/** `litmus check`: fails where a verdict is not the recorded one. */
export async function check(
  { terminal, signal }: CommandContext,
  slugs: string[],
  options: CheckOptions,
): Promise<number> {
  const papers = await Promise.all(
    (slugs.length > 0 ? slugs : await paperSlugs()).map((slug) => loadPaper(slug)),
  );
  const board = progressBoard(terminal, () => performance.now());
  const log = (message: string) => terminal.err(`litmus: ${message}\n`);
  const runner = commandRunner(options, log);
  try {
    const results = [];
    for (const paper of papers) {
      const { fresh, backend } = options;
      results.push({
        paper: paper.slug,
        ...(await checkPaper(paper, { fresh, backend, signal, runner, log, onProgress: board.report })),
      });
    }
    board.stop();
    const changes = results.flatMap((result) => result.changes);
    if (options.json) {
      const report = results.map(({ paper, judged }) => ({
        paper,
        verdicts: judged.map(({ claim, profile, verdict, decisive, measurement }) => ({
          ...{ claim: claim.id, profile, verdict, decisive },
          ...(options.claims ? { measurement } : {}),
        })),
      }));
      terminal.out(`${JSON.stringify({ papers: report, changes }, null, 2)}\n`);
    } else {
      for (const { paper, judged } of results) {
        const counts = countVerdicts(judged.filter(({ decisive }) => decisive).map(({ verdict }) => verdict));
        terminal.out(
          `${paper}: ${Object.entries(counts)
            .map(([verdict, count]) => `${count} ${verdict}`)
            .join(', ')}\n`,
        );
        if (options.claims) terminal.out(`${claimReport(judged)}\n`);
      }
      for (const { paper, claim, profile, before, after } of changes)
        terminal.out(
          `CHANGED ${paper}/${claim} (${profile}): ${before ?? 'no verdict recorded'} → ${after ?? 'not judged any more'}\n`,
        );
      terminal.out(
        changes.length === 0
          ? 'every verdict is the recorded one\n'
          : 'if the change is meant, record it: litmus run <paper> --record\n',
      );
    }
    return changes.length === 0 ? 0 : 1;
  } finally {
    board.stop();
    await runner.close();
  }
}
