import { isOfThePaper } from '../lib/claims/claim.js';
import { shelf } from '../lib/shelf/shelf.js';
import { claimLine } from './claim-line.js';
import { failedFirst } from './claim-order.js';
import type { ClaimRuns } from './claim-row.js';
import { element } from './element.js';

/** The claims of all papers, below the title of each paper in the order of the shelf; in a paper, what failed first. */
export function claimsOfAll(claims: readonly ClaimRuns[], root: string): HTMLElement {
  const groups = shelf.flatMap(({ slug, title, subject }) => {
    const own = claims.filter(({ decisive }) => decisive.paper === slug);
    return own.length === 0 ? [] : [{ slug, title, subject, own }];
  });
  return element(
    'div',
    { class: 'claims' },
    groups.map(({ slug, title, subject, own }) =>
      element(
        'section',
        { class: 'claim-group', 'data-paper': slug, 'data-subject': subject },
        element('h2', {}, element('a', { href: `${root}papers/${slug}` }, title)),
        inOrder(own).map((claim) => claimLine(claim, { root, own: false })),
      ),
    ),
  );
}

/** The claims of one paper, in its own order: its own, and under a heading what goes beyond it. */
export function claimsOfPaper(claims: readonly ClaimRuns[], root: string): HTMLElement {
  const line = (claim: ClaimRuns) => claimLine(claim, { root, own: true });
  const [own, others] = [true, false].map((its) =>
    claims.filter(({ decisive }) => isOfThePaper(decisive.origin) === its),
  );
  return element(
    'div',
    { class: 'claims', 'data-own': true },
    own.map(line),
    others.length > 0
      ? element('h3', {}, 'Beyond the paper: its companions, its code, and checks of ours')
      : null,
    others.map(line),
  );
}

function inOrder(claims: readonly ClaimRuns[]): ClaimRuns[] {
  const place = ({ decisive }: ClaimRuns) => failedFirst.indexOf(decisive.verdict);
  return [...claims].sort((a, b) => place(a) - place(b));
}
