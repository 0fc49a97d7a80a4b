import { isOfThePaper, isProvisional } from '../lib/claims/claim.js';
import { gatesOf } from '../lib/claims/claim-columns.js';
import { verdicts } from '../lib/claims/verdict.js';
import { shelf } from '../lib/shelf/shelf.js';
import { count } from '../lib/text/number.js';
import { sentence } from '../lib/text/sentence.js';
import { type ClaimRow, type ClaimRuns, formatMeasurement, groupClaims } from './claim-row.js';
import { details } from './details.js';
import { csvButton } from './download.js';
import { type Content, element } from './element.js';
import { forest } from './forest.js';
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
    body.replaceChildren(...(papers ? linesOfPapers(order, !sorting) : linesOfOne(order, !sorting)));
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

/** Claims of one paper: its own, and under a heading what goes beyond it; in another order all of them together. */
function linesOfOne(claims: readonly ClaimRuns[], grouped: boolean): HTMLElement[] {
  if (!grouped) return claims.flatMap((claim) => lines(claim));
  const [own, others] = [true, false].map((its) =>
    claims.filter(({ decisive }) => isOfThePaper(decisive.origin) === its),
  );
  const head =
    others.length > 0 ? [groupHead('Beyond the paper: its companions, its code, and checks of ours')] : [];
  return [...own.flatMap((claim) => lines(claim)), ...head, ...others.flatMap((claim) => lines(claim))];
}

function groupHead(content: Content): HTMLElement {
  const head = element('th', { role: 'rowheader', scope: 'rowgroup', colspan: columns.length }, content);
  return element('tr', { role: 'row', class: 'paper' }, head);
}

/** Claims of many papers: under their papers' titles in the papers' own order, else each with its title. */
function linesOfPapers(claims: readonly ClaimRuns[], grouped: boolean): HTMLElement[] {
  return claims.flatMap((claim, index) => {
    const { paper } = claim.decisive;
    if (!grouped) return lines(claim, paper, true);
    if (claims[index - 1]?.decisive.paper === paper) return lines(claim, paper);
    return [groupHead(paperLink(paper)), ...lines(claim, paper)];
  });
}

function paperLink(slug: string): HTMLElement {
  const title = shelf.find((paper) => paper.slug === slug)?.title ?? slug;
  return element('a', { href: `./papers/${slug}` }, title);
}

/** One claim: its row, and below it the row of its conditions. */
function lines({ decisive, others }: ClaimRuns, paper?: string, titled = false): HTMLElement[] {
  const { id, statement, figure, reported, place, criterion, pilot } = decisive;
  const page = paper ? `./papers/${paper}` : '';
  const content: Content[] = [
    [
      element('p', {}, prose(statement)),
      paper && titled ? aside(paperLink(paper)) : null,
      isOfThePaper(decisive.origin) ? null : aside(`Beyond the paper: ${beyond[decisive.origin]}.`),
      criterion === null
        ? null
        : aside(prose(sentence(`Criterion: ${criterion}`)), pilot ? pilotMark() : null),
      figure === null ? null : aside(element('a', { href: `${page}#figure-${figure}` }, 'See the figure')),
    ],
    [element('p', {}, prose(reported)), aside(prose(place), gradeMark(decisive))],
    [measured(decisive), others.map(measured)],
    [
      element(
        'p',
        {},
        verdictMark(decisive.verdict),
        isProvisional(decisive.source) ? ', provisional' : null,
      ),
      scaleBadge(decisive),
      undecided(decisive),
      decisive.stale === null ? null : staleMark(decisive.stale),
      others.map((run) => aside('quick run: ', verdictMark(run.verdict))),
    ],
  ];
  const cells = content.map((parts, index) =>
    element('td', { role: 'cell', 'data-head': columns[index].name }, parts),
  );
  const name = paper ? null : `claim-${id}`;
  const row = element('tr', { role: 'row', id: name, 'data-verdict': decisive.verdict }, cells);
  // Among the claims of all papers a forest would hide the wood: it stands on the paper's own page.
  const drawn = paper ? undefined : forest({ decisive, others });
  if (!drawn) return [row];
  const cell = element('td', { role: 'cell', colspan: columns.length }, drawn);
  return [row, element('tr', { role: 'row', class: 'forest-of' }, cell)];
}

/** Whose a claim is that is not the paper's own. */
const beyond: Readonly<Record<Exclude<ClaimRow['origin'], 'abstract' | 'body'>, string>> = {
  companion: 'from another paper by its authors',
  code: 'an audit of the released code',
  ours: 'a check of ours',
};

const aside = (...content: Content[]) => element('p', { class: 'aside' }, content);

function pilotMark(): HTMLElement {
  const title = 'An earlier run of the same protocol had been seen when the criterion was set';
  return element('span', { class: 'recalled', title }, ' Set after a pilot run.');
}

const grades: Readonly<Record<ClaimRow['source'], { readonly words: string; readonly title: string }>> = {
  text: { words: '', title: '' },
  code: { words: ' (released code)', title: 'Read in the code that the authors released' },
  'second-hand': {
    words: ' (second hand)',
    title: 'From a summary, from slides or from a README; not checked against the text of the paper',
  },
  memory: {
    words: ' (from memory)',
    title: 'Quoted from memory; not checked against the text of the paper',
  },
};

function gradeMark({ source }: ClaimRow): HTMLElement | null {
  const { words, title } = grades[source];
  return words ? element('span', { class: 'recalled', title }, words) : null;
}

const levels = {
  exact: 'exact',
  paper: 'paper’s scale',
  reduced: 'reduced',
  'stand-in': 'stand-in',
} as const;

/** How near to the paper the experiment is, and for who opens it in which respects. */
function scaleBadge({ scale, extent }: ClaimRow): HTMLElement | null {
  if (scale === null) return null;
  const lines = (extent ?? '').split('\n').filter(Boolean);
  return element(
    'details',
    { class: 'scale', 'data-scale': scale },
    element('summary', {}, levels[scale]),
    lines.map((text) => aside(prose(text))),
  );
}

function undecided({ verdict, because, needed }: ClaimRow): HTMLElement | null {
  if (verdict !== 'inconclusive' || because === null) return null;
  const enough =
    needed === null ? '' : `; about ${count(needed)} would decide, were the spread as it is here`;
  return aside(prose(sentence(`${because}${enough}`)));
}

function staleMark(why: string): HTMLElement {
  const text = `On the result of older code: the newer code could not be run (${why}).`;
  return element('p', { class: 'aside stale' }, prose(text));
}

function measured(row: ClaimRow): HTMLElement {
  const { profile, repetitions, uncertainty, unit, detail, because } = row;
  if (profile === 'none') return element('div', { class: 'aside' }, because && prose(sentence(because)));
  const size = profile === 'full' ? 'Largest run here' : 'Quick run';
  const spread = uncertainty === 'exact' ? '' : `, ${count(repetitions)} repetitions (${uncertainty})`;
  return element(
    'div',
    { class: row.decisive ? 'run' : 'run aside' },
    element('p', {}, element('span', { class: 'number' }, formatMeasurement(row)), unit ? ` ${unit}` : null),
    element('p', { class: 'aside' }, `${size}${spread}.`),
    gatesOf(row).map(({ asks, found, open }) =>
      aside(prose(`${open ? 'Holds' : 'Does not hold'}: ${asks} (${found}).`)),
    ),
    // Four data sets make a long sentence: it is there for who wants to check the verdict.
    detail ? details('The numbers behind it', aside(prose(sentence(detail)))) : null,
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
