import { performance } from 'node:perf_hooks';
import { Failure } from '../../engine/failure.js';
import { loadPaper } from '../../engine/papers.js';
import { serveTable, type ServeOptions } from '../../engine/serve.js';
import { progressBoard } from '../progress.js';
import type { Profile } from '../../../src/lib/experiment/experiment.js';
import type { CommandContext } from '../context.js';

interface EmitOptions {
  readonly paper: string;
  readonly table: string;
}

/** `litmus emit`: the one data loader. */
export async function emit(
  { terminal, signal }: CommandContext,
  _route: string,
  options: EmitOptions,
): Promise<number> {
  const { table, profile } = parseTable(options.table);
  const board = progressBoard(terminal, () => performance.now());
  const log = (message: string) => terminal.err(`litmus: ${message}\n`);
  const serve: ServeOptions = { profile, signal, log, onProgress: board.report };
  if (table === 'claims') {
    const { serveClaims } = await import('../../engine/claims-table.js');
    terminal.out(await serveClaims(options.paper, { signal, log, onProgress: board.report }));
  } else terminal.out(await serveTable(await loadPaper(options.paper), table, serve));
  board.stop();
  return 0;
}

function parseTable(text: string): { table: string; profile?: Profile } {
  const [table, profile, ...rest] = text.split('.');
  if (rest.length > 0 || (profile !== undefined && profile !== 'quick' && profile !== 'full'))
    throw new Failure(`"${text}" names no table: write the table, or the table with .quick or .full`, 2);
  return { table, profile };
}
