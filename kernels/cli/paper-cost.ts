import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../engine/root.js';
import { textTable } from './text-table.js';

/** Where the files of a paper are, in the order of the report. */
export const costPlaces = ['loader', 'claims', 'room', 'page', 'components', 'tests'] as const;

type CostPlace = (typeof costPlaces)[number];

export interface LinesAndFiles {
  readonly lines: number;
  readonly files: number;
}

/** What a paper costs to write and to read: its code and its page, without what is recorded. */
export interface PaperCost extends Readonly<Record<CostPlace, LinesAndFiles>> {
  readonly paper: string;
  readonly all: LinesAndFiles;
}

/** Counts the lines and files of a paper, tests included; blank lines and comments count, too. */
export async function paperCost(slug: string, folder = root): Promise<PaperCost> {
  const below = async (...names: string[]) => sourcesBelow(path.join(folder, ...names, slug));
  const loader = await below('data-loaders');
  const isClaims = (file: string) => /^claims(-.*)?\.ts$/.test(path.basename(file));
  const pages = [path.join(folder, 'src', 'papers', `${slug}.md`), path.join(folder, 'src', `${slug}.md`)];
  const files: Record<CostPlace, string[]> = {
    loader: loader.filter((file) => !isClaims(file)),
    claims: loader.filter(isClaims),
    room: await below('src', 'papers'),
    page: pages,
    components: await below('src', 'components'),
    tests: [
      ...(await below('test', 'data-loaders')),
      ...(await below('test', 'components')),
      ...(await below('test', 'papers')),
    ],
  };
  const counts = await Promise.all(
    costPlaces.map(async (place) => [place, await count(files[place])] as const),
  );
  const all = sum(counts.map(([, cost]) => cost));
  return { paper: slug, ...(Object.fromEntries(counts) as Record<CostPlace, LinesAndFiles>), all };
}

/**
 * A table of costs: lines in each place, and files in all. Below several papers stands the median of each column, for
 * which a study without claims does not count.
 */
export function costTable(costs: readonly PaperCost[]): string {
  const numbersOf = (cost: PaperCost) => [
    ...costPlaces.map((place) => cost[place].lines),
    cost.all.lines,
    cost.all.files,
  ];
  const rows = costs.map((cost) => [cost.paper, ...numbersOf(cost).map(String)]);
  const papers = costs.filter(({ claims }) => claims.files > 0).map(numbersOf);
  if (papers.length > 1)
    rows.push(['median', ...papers[0].map((_, column) => String(median(papers.map((row) => row[column]))))]);
  return textTable(['paper', ...costPlaces, 'all lines', 'files'], rows);
}

async function sourcesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true }).catch(ifMissing([]));
  return entries.filter((file) => file.endsWith('.ts')).map((file) => path.join(folder, file));
}

async function count(files: readonly string[]): Promise<LinesAndFiles> {
  const counts = files.map(async (file) => {
    const text = await readFile(file, 'utf8').catch(ifMissing(undefined));
    return text === undefined ? { lines: 0, files: 0 } : { lines: text.split('\n').length - 1, files: 1 };
  });
  return sum(await Promise.all(counts));
}

/** What a place that is not there amounts to: not every paper has each. */
function ifMissing<T>(otherwise: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return otherwise;
    throw error;
  };
}

function sum(costs: readonly LinesAndFiles[]): LinesAndFiles {
  const total = (of: keyof LinesAndFiles) => costs.reduce((so, cost) => so + cost[of], 0);
  return { lines: total('lines'), files: total('files') };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[Math.floor(middle)];
}
