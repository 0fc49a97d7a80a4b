import { isOfThePaper, isProvisional } from '../lib/claims/claim.js';
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
  provisionalSince,
  reportedPart,
  scaleLines,
} from './claim-parts.js';
import type { ClaimRow, ClaimRuns } from './claim-row.js';
import { type Content, element } from './element.js';
import { forest } from './forest.js';
import { scaleLabels, scaleLink, scaleMeanings, scalePhrases, verdictsExplained } from './judging.js';
import { markLegend } from './mark-legend.js';
import { prose } from './prose.js';
import { verdictMark } from './verdict-mark.js';
import { verdictReason } from './verdict-reason.js';

export interface ClaimPageOptions {
  /** Names of the tables that the claim reads; none for one that no run decides. */
  readonly tables: readonly string[];
  /** The way from the page to the root of the site, with a slash at the end. */
  readonly root: string;
}

/**
 * The page of one claim below its heading, which is the claim: the verdict and why, with the picture that shows it; then
 * everything else that there is to know, and ways to the rest.
 */
export function claimPage(claim: ClaimRuns, { tables, root }: ClaimPageOptions): HTMLElement {
  const { decisive } = claim;
  const { paper, id, figure, scale, origin, criterion } = decisive;
  const page = `${root}papers/${paper}`;
  return element(
    'div',
    { class: 'claim-page' },
    answer(decisive, root),
    picture(claim, root),
    element(
      'p',
      {},
      'A claim of ',
      element('a', { href: page }, shelfPaper(paper).title),
      isOfThePaper(origin)
        ? `, from ${originLabels[origin]}. `
        : `, beyond the paper (${originLabels[origin]}). `,
      figure === null
        ? null
        : [element('a', { href: `${page}#figure-${figure}` }, 'The figure that shows it'), ' · '],
      element('a', { href: `${page}#claim-${id}` }, 'Among the paper’s claims'),
    ),
    section('The paper says', reportedPart(decisive)),
    decisive.profile === 'none' ? null : section('We measured', [measuredPart(claim), numbersPart(decisive)]),
    criterion === null ? null : section('The criterion', [criterionPart(decisive), history(decisive)]),
    scale === null
      ? null
      : section('How near to the paper', [
          element('p', {}, scaleLink(scale, sentence(scaleLabels[scale]), root), ` ${scaleMeanings[scale]}.`),
          scaleLines(decisive),
        ]),
    tables.length === 0 ? null : section('Data', tableLinks(paper, tables, root)),
    tables.length === 0 ? null : section('Run it yourself', commands(decisive, tables)),
  );
}

/**
 * "not reproduced, at reduced scale, provisional since we quote the paper from memory: one of four conditions fails. What the
 * verdicts mean"
 */
function answer(row: ClaimRow, root: string): HTMLElement {
  const { verdict, scale, source } = row;
  const reason = verdictReason(row);
  return element(
    'p',
    { class: 'lead' },
    verdictMark(verdict),
    scale === null ? null : [', ', scaleLink(scale, scalePhrases[scale], root)],
    isProvisional(source) ? `, provisional since ${provisionalSince[source]}` : null,
    reason === undefined ? '. ' : [': ', prose(/[.!?]$/.test(reason) ? reason : `${reason}.`), ' '],
    element('span', { class: 'aside' }, verdictsExplained(root, 'What the verdicts mean')),
  );
}

/** All conditions with their intervals, or the one that there is; below it, what the marks are. */
function picture(claim: ClaimRuns, root: string): Content {
  const all = forest(claim);
  if (all === undefined && claim.decisive.measured === null) return null;
  return [
    all ?? element('p', {}, claimEffect(claim.decisive)),
    markLegend([claim], { root, smaller: all !== undefined }),
  ];
}

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
