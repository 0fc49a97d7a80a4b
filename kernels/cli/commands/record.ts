import { performance } from 'node:perf_hooks';
import { renew, type Renewal } from '../../engine/carry.js';
import { fileVerdicts, type Filing } from '../../engine/check.js';
import { messageOf } from '../../engine/failure.js';
import { litmusCommand } from '../../engine/litmus-command.js';
import { experimentsOf, loadPapers } from '../../engine/papers.js';
import { requireRecordable } from '../../engine/recordable.js';
import { filingLines } from '../claim-report.js';
import type { CommandContext } from '../context.js';
import { progressBoard } from '../progress.js';
import { commandRunner } from '../runner.js';
import { textTable } from '../text-table.js';

interface RecordOptions {
  readonly backend?: string;
  readonly jobs?: number;
  readonly json?: boolean;
}

interface Renewed extends Renewal {
  readonly paper: string;
}

const told: Readonly<Record<Renewal['full'], string>> = {
  none: '-',
  current: 'current',
  carried: 'carried over',
  lost: 'of older code',
};

/** `litmus record`: brings what is recorded up to date with the code, by computing the quick runs alone. */
export async function recordAll(
  { terminal, signal }: CommandContext,
  slugs: string[],
  options: RecordOptions,
): Promise<number> {
  const papers = await loadPapers(slugs);
  await requireRecordable(papers);
  const board = progressBoard(terminal, () => performance.now());
  const log = (message: string) => terminal.err(`litmus: ${message}\n`);
  const runner = commandRunner(options, log);
  const renewed: Renewed[] = [];
  const filings: (Filing & { readonly paper: string })[] = [];
  try {
    for (const paper of papers) {
      const run = { backend: options.backend, signal, runner, log, onProgress: board.report };
      const experiments = await Promise.all(
        experimentsOf(paper).map((experiment) =>
          renewOne(() => renew(paper, experiment, run), signal, experiment.name),
        ),
      );
      renewed.push(...experiments.map((one) => ({ paper: paper.slug, ...one })));
      if (paper.claims) filings.push({ paper: paper.slug, ...(await fileVerdicts(paper, run)) });
    }
    board.stop();
    if (options.json) terminal.out(`${JSON.stringify({ renewed, filings }, null, 2)}\n`);
    else terminal.out(report(renewed, filings));
    return renewed.some(({ quick }) => quick === 'failed') ? 3 : 0;
  } finally {
    board.stop();
    await runner.close();
  }
}

/** One experiment that fails keeps no other from being recorded. */
async function renewOne(
  work: () => Promise<Renewal>,
  signal: AbortSignal,
  experiment: string,
): Promise<Renewal> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted) throw error;
    const because = messageOf(error);
    return { experiment, quick: 'failed', full: 'none', because };
  }
}

function report(renewed: readonly Renewed[], filings: readonly (Filing & { paper: string })[]): string {
  const rows = renewed.map(({ paper, experiment, quick, full, because }) => [
    `${paper}/${experiment}`,
    quick === 'recorded' ? 'recorded anew' : quick,
    quick === 'failed' ? '' : told[full],
    because ?? '',
  ]);
  const lines = [textTable(['experiment', 'quick run', 'full run', ''], rows).trimEnd()];
  for (const { paper, ...filing } of filings) lines.push(...filingLines(paper, filing));
  const lost = [...new Set(renewed.filter(({ full }) => full === 'lost').map(({ paper }) => paper))];
  if (lost.length > 0)
    lines.push(
      'a full run of older code is not shown any more; compute it again:',
      ...lost.map((paper) => `  ${litmusCommand(`run ${paper} --profile full --record`)}`),
    );
  return `${lines.join('\n')}\n`;
}
