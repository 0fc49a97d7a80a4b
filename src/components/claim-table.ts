import { verdicts } from '../lib/experiment/verdict.js';
import { shelf } from '../lib/shelf/shelf.js';
import { sentence } from '../lib/text/sentence.js';
import { type ClaimRow, type ClaimRuns, formatMeasurement, groupClaims } from './claim-row.js';
import { details } from './details.js';
import { csvButton } from './download.js';
import { type Content, element } from './element.js';
import { prose } from './prose.js';
import { type Sorting, sortingHeads } from './sorting.js';
import { verdictMark } from './verdict-mark.js';

export interface ClaimTableOptions {
  /** Names the papers and links to their pages; for claims of more than one paper. */
  readonly papers?: boolean;
  /** Address of `claims.parquet`, for a download link. */
  readonly href?: string;
}

interface ColumnHead {
  readonly name: string;
  /** Ascending order; a column without one cannot be sorted by. */
  readonly compare?: (a: ClaimRuns, b: ClaimRuns) => number;
}

const columns: readonly ColumnHead[] = [
  { name: 'Claim', compare: (a, b) => a.decisive.statement.localeCompare(b.decisive.statement, 'en') },
  { name: 'The paper says' },
  { name: 'We measured' },
  {
    name: 'Verdict',
    compare: (a, b) => verdicts.indexOf(a.decisive.verdict) - verdicts.indexOf(b.decisive.verdict),
  },
];

/**
 * The claims of one paper or of many: statement, what the paper says and where, what we measured, the verdict,
 * and a way to the figure that shows it. A click on a heading sorts, a second one turns the order, a third one
 * restores the papers' own order. On a narrow screen each claim becomes a block.
 *
 * The roles are spelled out since a browser takes them from a table whose rows are laid out as blocks.
 */
export function claimTable(
  rows: readonly ClaimRow[],
  { papers = false, href }: ClaimTableOptions = {},
): HTMLElement {
  const claims = groupClaims(rows);
  const body = element('tbody', { role: 'rowgroup' });
  const show = (sorting?: Sorting<ColumnHead>) => {
    const order = sorting ? [...claims].sort(sorting.column.compare) : claims;
    if (sorting?.descending) order.reverse();
    body.replaceChildren(...(papers ? linesOfPapers(order, !sorting) : order.map((claim) => line(claim))));
  };
  const heads = sortingHeads(columns, ({ compare }) => compare !== undefined, show);
  show();

  return element(
    'div',
    { class: 'claims' },
    element(
      'table',
      { role: 'table', class: 'claim-table' },
      element('caption', {}, papers ? 'Claims of all papers' : 'Claims of the paper'),
      element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, heads)),
      body,
    ),
    downloads(rows, href),
  );
}

/** Claims of many papers: under their papers' titles in the papers' own order, else each with its title. */
function linesOfPapers(claims: readonly ClaimRuns[], grouped: boolean): HTMLElement[] {
  return claims.flatMap((claim, index) => {
    const { paper } = claim.decisive;
    if (!grouped) return [line(claim, paper, true)];
    if (claims[index - 1]?.decisive.paper === paper) return [line(claim, paper)];
    const head = element('th', { role: 'rowheader', scope: 'rowgroup', colspan: 4 }, paperLink(paper));
    return [element('tr', { role: 'row', class: 'paper' }, head), line(claim, paper)];
  });
}

function paperLink(slug: string): HTMLElement {
  const title = shelf.find((paper) => paper.slug === slug)?.title ?? slug;
  return element('a', { href: `./papers/${slug}` }, title);
}

function line({ decisive, others }: ClaimRuns, paper?: string, titled = false): HTMLElement {
  const { id, statement, figure, reported, reported_where, recalled, criterion } = decisive;
  const page = paper ? `./papers/${paper}` : '';
  const aside = (...content: Content[]) => element('p', { class: 'aside' }, content);
  const content: Content[] = [
    [
      element('p', {}, prose(statement)),
      paper && titled ? aside(paperLink(paper)) : null,
      criterion === null ? null : aside(prose(sentence(`Criterion: ${criterion}`))),
      figure === null ? null : aside(element('a', { href: `${page}#figure-${figure}` }, 'See the figure')),
    ],
    [element('p', {}, prose(reported)), aside(prose(reported_where), recalled ? recalledMark() : null)],
    [measured(decisive), others.map(measured)],
    [
      element('p', {}, verdictMark(decisive.verdict)),
      decisive.stale === null ? null : staleMark(decisive.stale),
      others.map((run) => aside(`${run.profile} run: `, verdictMark(run.verdict))),
    ],
  ];
  return element(
    'tr',
    { role: 'row', id: paper ? null : `claim-${id}`, 'data-verdict': decisive.verdict },
    content.map((parts, index) => element('td', { role: 'cell', 'data-head': columns[index].name }, parts)),
  );
}

function recalledMark(): HTMLElement {
  const title = 'Quoted from memory; not checked against the text of the paper';
  return element('span', { class: 'recalled', title }, ' (from memory)');
}

function staleMark(why: string): HTMLElement {
  const text = `On the result of older code: the newer code could not be run (${why}).`;
  return element('p', { class: 'aside stale' }, prose(text));
}

function measured(row: ClaimRow): HTMLElement {
  const { profile, seeds, unit, detail } = row;
  if (profile === 'none') return element('div', { class: 'aside' }, detail && prose(sentence(detail)));
  const scale = profile === 'full' ? 'Full run' : 'Quick run';
  const repetitions = seeds > 1 ? `, ${seeds} repetitions` : '';
  return element(
    'div',
    { class: row.decisive ? 'run' : 'run aside' },
    element('p', {}, element('span', { class: 'number' }, formatMeasurement(row)), unit ? ` ${unit}` : null),
    element('p', { class: 'aside' }, `${scale}${repetitions}.`),
    // Four data sets make a long sentence: it is there for who wants to check the verdict.
    detail
      ? details('The numbers behind it', element('p', { class: 'aside' }, prose(sentence(detail))))
      : null,
  );
}

function downloads(rows: readonly ClaimRow[], href: string | undefined): HTMLElement {
  const button = csvButton('claims', Object.keys(rows[0] ?? {}), () => rows.map((row) => ({ ...row })));
  return element(
    'p',
    { class: 'downloads' },
    button,
    href ? [' ', element('a', { href, download: 'claims.parquet' }, 'Download as Parquet')] : null,
  );
}
