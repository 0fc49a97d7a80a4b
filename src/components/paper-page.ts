import type { Coverage } from '../lib/claims/coverage.js';
import { amendments } from './amendments.js';
import { citation } from './citation.js';
import { type ClaimRow, groupClaims } from './claim-row.js';
import { claimTable } from './claim-table.js';
import { copyable } from './copyable.js';
import { details } from './details.js';
import { element } from './element.js';
import { ledger } from './ledger.js';
import type { PageRows } from './read-rows.js';
import { statedRepository } from './stated-repository.js';

/** What a reader needs to run a paper beyond its slug. */
export interface PaperRuns {
  /** Data sets to fetch first; `all` stands for every one that Litmus knows. */
  readonly datasets?: readonly string[];
  /** Tables whose experiments have a full profile; omitted where all have one. */
  readonly full?: readonly string[];
}

/** What every paper's page shows below its heading, from the shelf's facts and from the paper's claims. */
export interface PaperPage {
  /** What the abstract says, with the verdicts on it, and the claims. */
  readonly table: HTMLElement;
  /** The commands that repeat the runs. */
  readonly runIt: HTMLElement;
  /** How to cite the paper and this reproduction. */
  readonly cite: HTMLElement;
}

/**
 * The parts of a paper's page.
 *
 * @param claims From `readRows(FileAttachment('../data/<slug>/claims.parquet').href)`, which stands in the page, since
 * Framework finds files by reading pages.
 * @param coverage What the abstract's sentences claim, and where that is judged.
 * @throws {RangeError} where no paper of the shelf has that slug.
 */
export function paperPage(
  slug: string,
  claims: PageRows<ClaimRow>,
  coverage: Coverage,
  runs: PaperRuns = {},
): PaperPage {
  const grouped = groupClaims(claims.rows);
  return {
    table: element(
      'div',
      {},
      details('What the abstract says, sentence by sentence', ledger(coverage, grouped)),
      claimTable(claims.rows, { href: claims.href }),
      amendments(claims.rows),
    ),
    runIt: copyable(commands(slug, runs).join('\n'), 'sh'),
    cite: citation(slug),
  };
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
