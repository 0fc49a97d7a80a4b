import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Profile } from '../../../src/lib/experiment/experiment.js';
import { Failure } from '../../engine/failure.js';
import { loadPaper } from '../../engine/papers.js';
import { type ServeOptions, serveTable } from '../../engine/serve.js';
import type { CommandContext } from '../context.js';
import { progressBoard } from '../progress.js';
import { loaderRunner } from '../runner.js';

interface EmitOptions {
  readonly paper: string;
  /** The file that the loader is named after where omitted: prose or thumbnails. */
  readonly table?: string;
}

/** `litmus emit`: the loader behind every figure, claim and thumbnail, and behind numbers in the text. */
export async function emit(
  { terminal, signal }: CommandContext,
  route: string,
  options: EmitOptions,
): Promise<number> {
  const board = progressBoard(terminal, () => performance.now());
  const log = (message: string) => terminal.err(`litmus: ${message}\n`);
  const runner = loaderRunner(log);
  try {
    terminal.out(await content(route, options, { signal, log, runner, onProgress: board.report }));
    return 0;
  } finally {
    board.stop();
    await runner.close();
  }
}

async function content(
  route: string,
  { paper, table: wanted }: EmitOptions,
  serve: ServeOptions,
): Promise<Uint8Array | string> {
  if (wanted === undefined && path.basename(route).startsWith('prose.')) {
    const { servePageFacts } = await import('../../engine/page-facts.js');
    return JSON.stringify(await servePageFacts(await loadPaper(paper), serve));
  }
  if (wanted === undefined) {
    const { serveThumbnails } = await import('../../engine/thumbnail.js');
    return JSON.stringify(await serveThumbnails(paper, serve));
  }
  const { table, profile } = parseTable(wanted);
  if (table === 'claims') {
    const { serveClaims } = await import('../../engine/claims-table.js');
    return serveClaims(paper, serve);
  }
  if (table === 'false-alarms') {
    const { serveFalseAlarms } = await import('../../engine/false-alarms-table.js');
    return serveFalseAlarms(paper);
  }
  return serveTable(await loadPaper(paper), table, { ...serve, profile });
}

function parseTable(text: string): { table: string; profile?: Profile } {
  const [table, profile, ...rest] = text.split('.');
  if (rest.length > 0 || (profile !== undefined && profile !== 'quick' && profile !== 'full'))
    throw new Failure(`"${text}" names no table: write the table, or the table with .quick or .full`, 2);
  return { table, profile };
}
