import { citation } from './citation.js';
import { copyable } from './copyable.js';
import { statedRepository } from './stated-repository.js';

/** What a reader needs to run a paper beyond its slug. */
export interface PaperRuns {
  /** Data sets to fetch first; `all` stands for every one that Litmus knows. */
  readonly datasets?: readonly string[];
  /** Tables whose experiments have a full profile; omitted where all have one. */
  readonly full?: readonly string[];
}

/** What stands at the foot of every paper's page, from the shelf's facts. */
export interface PaperPage {
  /** The commands that repeat the runs. */
  readonly runIt: HTMLElement;
  /** How to cite the paper and this reproduction. */
  readonly cite: HTMLElement;
}

/** The parts of a paper's page that are the same for all. @throws {RangeError} where no paper of the shelf has that slug */
export function paperPage(slug: string, runs: PaperRuns = {}): PaperPage {
  return { runIt: copyable(commands(slug, runs).join('\n'), 'sh'), cite: citation(slug) };
}

function commands(slug: string, { datasets = [], full }: PaperRuns): string[] {
  const repository = statedRepository();
  return [
    ...(repository ? [`git clone ${repository}`, `cd ${repository.split('/').at(-1)}`] : []),
    'npm ci',
    ...datasets.map((name) => `npx litmus datasets fetch ${name}`),
    `npx litmus run ${slug} --profile quick`,
    ...(full ?? ['']).map(
      (table) => `npx litmus run ${[slug, table].filter(Boolean).join('/')} --profile full`,
    ),
    `npx litmus check ${slug}`,
  ];
}
