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

/**
 * The claims of one paper, in its own order under headings: the central ones, the paper's others, and what goes beyond it.
 *
 * @param central ids of the claims that the answer on the first screen rests on; the paper's own among them stand first,
 *   which the bar at the head counts
 */
export function claimsOfPaper(
  claims: readonly ClaimRuns[],
  root: string,
  central: readonly string[],
): HTMLElement {
  const kindOf = ({ decisive: { id, origin } }: ClaimRuns) =>
    !isOfThePaper(origin) ? 'beyond' : central.includes(id) ? 'central' : 'own';
  const group = (kind: ReturnType<typeof kindOf>, heading: string | null) => {
    const lines = claims.filter((claim) => kindOf(claim) === kind);
    if (lines.length === 0) return null;
    return [
      heading === null ? null : element('h3', {}, heading),
      lines.map((claim) => claimLine(claim, { root, own: true })),
    ];
  };
  return element(
    'div',
    { class: 'claims', 'data-own': true },
    group('central', 'Central claims: the answer above rests on them'),
    group('own', central.length > 0 ? 'The paper’s other claims' : null),
    group('beyond', 'Beyond the paper: its companions, its code, and checks of ours'),
  );
}

function inOrder(claims: readonly ClaimRuns[]): ClaimRuns[] {
  const place = ({ decisive }: ClaimRuns) => failedFirst.indexOf(decisive.verdict);
  return [...claims].sort((a, b) => place(a) - place(b));
}
