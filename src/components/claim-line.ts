import { isOfThePaper } from '../lib/claims/claim.js';
import { conditionsOf } from '../lib/claims/claim-columns.js';
import { sentence } from '../lib/text/sentence.js';
import { claimEffect } from './claim-effect.js';
import {
  criterionPart,
  measuredPart,
  numbersPart,
  originLabels,
  provisionalPart,
  reportedPart,
  scaleLines,
} from './claim-parts.js';
import type { ClaimRow, ClaimRuns } from './claim-row.js';
import { details } from './details.js';
import { type Content, element } from './element.js';
import { forest } from './forest.js';
import { scaleLabels, scaleLink, scaleWord } from './judging.js';
import { prose } from './prose.js';
import { verdictMark } from './verdict-mark.js';
import { toldInLine, verdictReason } from './verdict-reason.js';

/** Where a claim's line stands. */
export interface ClaimLineOptions {
  /** The way from the page to the root of the site, with a slash at the end: `./`, `../`. */
  readonly root: string;
  /** Whether the page is the paper's own, which has room for all conditions and numbers. */
  readonly own: boolean;
}

/** What a claim's line is named by in an address: `#claim-plane-falls` on its paper's page, `#cs-ib/plane-falls` elsewhere. */
export const claimAnchor = (paper: string, id: string, own: boolean) =>
  own ? `claim-${id}` : `${paper}/${id}`;

/**
 * A claim in one line, which opens to the rest: verdict, statement, why where it failed or is open, scale, and the
 * effect with its interval as a small picture; behind it what the paper says, what we measured, what was asked, and the
 * ways to the figure and to the claim's own page.
 */
export function claimLine(claim: ClaimRuns, { root, own }: ClaimLineOptions): HTMLDetailsElement {
  const { decisive } = claim;
  const { paper, id, statement, verdict, scale, origin, figure } = decisive;
  const conditions = conditionsOf(decisive);
  const figureHref = figure === null ? undefined : `${own ? '' : `${root}papers/${paper}`}#figure-${figure}`;
  const part = (title: string, content: Content) =>
    element('div', {}, element('p', { class: 'claim-part' }, title), content);
  return element(
    'details',
    {
      class: 'claim',
      'data-claim': `${paper}/${id}`,
      'data-paper': paper,
      'data-verdict': verdict,
      'data-scale': scale,
      'data-origin': origin,
    },
    element(
      'summary',
      {},
      verdictMark(verdict),
      element(
        'span',
        { class: 'claim-what' },
        element('span', { class: 'claim-statement' }, prose(statement)),
        why(decisive, own),
      ),
      element('span', { class: 'claim-scale' }, scale && scaleWord(scale)),
      claimEffect(decisive),
    ),
    element(
      'div',
      // A browser that is led there opens what it is folded into.
      { class: 'claim-rest', id: claimAnchor(paper, id, own) },
      part('The paper says', [
        reportedPart(decisive),
        isOfThePaper(origin)
          ? null
          : element('p', { class: 'aside' }, `Beyond the paper: ${originLabels[origin]}.`),
      ]),
      part('We measured', [
        measuredPart(claim),
        provisionalPart(decisive),
        own ? numbersPart(decisive) : null,
      ]),
      decisive.criterion === null ? null : part('Asked for', criterionPart(decisive)),
      own && scale !== null ? details('How near to the paper', scaleLines(decisive)) : null,
      own && conditions.length > 1 ? forest(claim, conditions) : null,
      element(
        'p',
        { class: 'claim-links' },
        figureHref === undefined
          ? null
          : [
              element('a', { href: figureHref, 'aria-label': `The figure for: ${statement}` }, 'The figure'),
              ' · ',
            ],
        element(
          'a',
          { href: claimHref(root, paper, id), 'aria-label': `All about the claim: ${statement}` },
          'All about this claim',
        ),
        scale && [' · Scale: ', scaleLink(scale, scaleLabels[scale], root)],
      ),
    ),
  );
}

/** Why a claim has its verdict; and where those of the paper and others stand in one list, that it is one of these. */
function why(row: ClaimRow, own: boolean): Content {
  const beyond = own || isOfThePaper(row.origin) ? undefined : 'beyond the paper';
  const reason = toldInLine.includes(row.verdict) ? verdictReason(row) : undefined;
  const told = [beyond, reason].filter((part) => part !== undefined).join(': ');
  return told === '' ? null : element('span', { class: 'claim-why' }, prose(sentence(told)));
}

/** The address of a claim's own page, seen from a page of the site. @param root the way to the site's root, `../` */
export const claimHref = (root: string, paper: string, id: string) => `${root}claims/${paper}/${id}`;
