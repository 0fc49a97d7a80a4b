import path from 'node:path';
import type { Profile } from '../../../src/lib/experiment/experiment.js';
import { Failure } from '../../engine/failure.js';
import { loadPaper } from '../../engine/papers.js';
import { type ServeOptions, serveTable } from '../../engine/serve.js';
import { isPartedKind, servePartedFile } from '../../engine/serve-parted.js';
import type { CommandContext } from '../context.js';
import { withLoaderRunner } from '../with-loader-runner.js';

interface EmitOptions {
  readonly paper: string;
  /** The file that the loader is named after where omitted: parts.json, thumbnail.svg. */
  readonly table?: string;
}

/** `litmus emit`: the loader behind every figure, claim and thumbnail, behind numbers in the text and parts of pages. */
export async function emit(context: CommandContext, route: string, options: EmitOptions): Promise<number> {
  context.terminal.out(await withLoaderRunner(context, (serve) => content(route, options, serve)));
  return 0;
}

function content(
  route: string,
  { paper, table: wanted }: EmitOptions,
  serve: ServeOptions,
): Promise<Uint8Array | string> {
  if (wanted === undefined) return document(path.basename(route, '.litmus'), paper, serve);
  if (isPartedKind(wanted)) return servePartedFile(wanted, paper, serve);
  return table(paper, wanted, serve);
}

async function table(paper: string, wanted: string, serve: ServeOptions): Promise<Uint8Array> {
  const { table, profile } = parseTable(wanted);
  return serveTable(await loadPaper(paper), table, { ...serve, profile });
}

/** A file that is no table; which one, the loader's name says. */
async function document(file: string, paper: string, serve: ServeOptions): Promise<Uint8Array | string> {
  if (file === 'prose.json') return servePartedFile('prose', paper, serve);
  if (file === 'thumbnail.svg') return servePartedFile('thumbnail', paper, serve);
  const { claimsIn } = await import('../../workbook/judged-claims.js');
  const { madeOfClaims } = await import('../../workbook/made-of-claims.js');
  const make = madeOfClaims.get(file);
  if (make) return make(paper, await claimsIn(await servePartedFile('claims', paper, serve)));
  const others = ['prose.json', 'thumbnail.svg', ...madeOfClaims.keys()].join(', ');
  throw new Failure(`no loader makes "${file}": name a table (--table), or one of ${others}`, 2);
}

function parseTable(text: string): { table: string; profile?: Profile } {
  const [table, profile, ...rest] = text.split('.');
  if (rest.length > 0 || (profile !== undefined && profile !== 'quick' && profile !== 'full'))
    throw new Failure(`"${text}" names no table: write the table, or the table with .quick or .full`, 2);
  return { table, profile };
}
