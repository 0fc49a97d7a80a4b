import { isOfThePaper } from '../lib/claims/claim.js';
import { type Amendment, amendmentsOf } from '../lib/claims/claim-columns.js';
import type { Verdict } from '../lib/claims/verdict.js';
import { shelfPaper } from '../lib/shelf/shelf.js';
import { sentence } from '../lib/text/sentence.js';
import { verdictsAround } from './amendments.js';
import { claimEffect } from './claim-effect.js';
import {
  criterionPart,
  measuredPart,
  numbersPart,
  originLabels,
  reportedPart,
  scaleLabels,
  scaleLines,
} from './claim-parts.js';
import type { ClaimRow, ClaimRuns } from './claim-row.js';
import { type Content, element } from './element.js';
import { forest } from './forest.js';
import { prose } from './prose.js';
import { verdictMark } from './verdict-mark.js';

export interface ClaimPageOptions {
  /** Names of the tables that the claim reads; none for one that no run decides. */
  readonly tables: readonly string[];
  /** The way from the page to the root of the site, with a slash at the end. */
  readonly root: string;
}

/** The page of one claim below its heading: everything there is to know about it, and ways to the rest. */
export function claimPage(claim: ClaimRuns, { tables, root }: ClaimPageOptions): HTMLElement {
  const { decisive } = claim;
  const { paper, id, figure, scale, origin, criterion } = decisive;
  const page = `${root}papers/${paper}`;
  return element(
    'div',
    { class: 'claim-page' },
    element(
      'p',
      { class: 'lead' },
      verdictMark(decisive.verdict),
      scale === null ? null : `, ${scaleWords[scale]}`,
      ': a claim of ',
      element('a', { href: page }, shelfPaper(paper).title),
      isOfThePaper(origin)
        ? `, from ${originLabels[origin]}.`
        : `, beyond the paper (${originLabels[origin]}).`,
    ),
    decisive.measured === null ? null : element('p', {}, claimEffect(decisive)),
    element(
      'p',
      {},
      figure === null
        ? null
        : [element('a', { href: `${page}#figure-${figure}` }, 'The figure that shows it'), ' · '],
      element('a', { href: `${page}#claim-${id}` }, 'Among the paper’s claims'),
    ),
    section('The paper says', reportedPart(decisive)),
    section('We measured', [measuredPart(claim), forest(claim), numbersPart(decisive)]),
    criterion === null ? null : section('The criterion', [criterionPart(decisive), history(decisive)]),
    scale === null
      ? null
      : section('How near to the paper', [
          element('p', {}, sentence(scaleLabels[scale])),
          scaleLines(decisive),
        ]),
    tables.length === 0 ? null : section('Data', tableLinks(paper, tables, root)),
    tables.length === 0 ? null : section('Run it yourself', commands(decisive, tables)),
  );
}

const scaleWords = {
  exact: 'exactly',
  paper: 'at the paper’s scale',
  reduced: 'at a reduced scale',
  'stand-in': 'on a stand-in',
} as const;

const section = (title: string, content: Content) =>
  element('section', {}, element('h2', {}, title), content);

/** Since when the criterion is fixed, and each change since. */
function history({ id, locked, verdict, ...row }: ClaimRow): Content {
  const own = amendmentsOf(row).filter(({ claim }) => claim === id);
  if (locked === null) return element('p', { class: 'aside' }, 'The criterion is not locked yet.');
  return [
    element(
      'p',
      { class: 'aside' },
      `Locked since ${locked}, before the run that it judges${own.length === 0 ? '; unchanged since then.' : '.'}`,
    ),
    own.length === 0
      ? null
      : element(
          'ul',
          {},
          own.map((one) => amendment(one, verdict)),
        ),
  ];
}

const amendment = (amended: Amendment, today: Verdict) =>
  element(
    'li',
    {},
    `${amended.date}: ${amended.what} (${verdictsAround(amended, today)}). `,
    prose(sentence(amended.why)),
  );

function tableLinks(paper: string, tables: readonly string[], root: string): HTMLElement {
  return element(
    'ul',
    {},
    tables.map((table) =>
      element(
        'li',
        {},
        // `external` keeps Framework from moving the file to an address that changes with its content.
        element(
          'a',
          { href: `${root}api/tables/${paper}/${table}.parquet`, rel: 'external' },
          `${table}.parquet`,
        ),
      ),
    ),
  );
}

function commands({ paper, profile }: ClaimRow, tables: readonly string[]): HTMLElement {
  const lines = [
    ...tables.map(
      (table) => `npx litmus run ${paper}/${table}${profile === 'full' ? ' --profile full' : ''}`,
    ),
    `npx litmus check ${paper}`,
  ];
  return element('pre', { 'data-language': 'sh' }, element('code', {}, lines.join('\n')));
}
