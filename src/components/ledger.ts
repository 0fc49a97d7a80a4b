import type { Coverage } from '../lib/claims/coverage.js';
import type { ClaimRuns } from './claim-row.js';
import { type Content, element } from './element.js';
import { prose } from './prose.js';
import { verdictMark } from './verdict-mark.js';

/**
 * What the sentences of an abstract claim, beside the verdicts on it: a line a sentence, with a link to each claim that
 * judges it, or the reason why none does.
 */
export function ledger(coverage: Coverage, claims: readonly ClaimRuns[]): HTMLElement {
  const found = new Map(claims.map((claim) => [claim.decisive.id, claim]));
  return element(
    'table',
    { class: 'ledger' },
    element('caption', {}, 'What the abstract says, sentence by sentence'),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ['Sentence', 'It says, in our words', 'Verdicts'].map((name) =>
          element('th', { scope: 'col' }, name),
        ),
      ),
    ),
    element(
      'tbody',
      {},
      coverage.map((line) =>
        element(
          'tr',
          {},
          element('td', { class: 'number' }, String(line.sentence)),
          element('td', {}, prose(line.says)),
          element(
            'td',
            {},
            'claims' in line ? line.claims.map((id) => link(id, found.get(id))) : line.reason,
          ),
        ),
      ),
    ),
  );
}

function link(id: string, claim: ClaimRuns | undefined): Content {
  if (!claim) throw new RangeError(`the coverage names the claim ${id}, which is not judged`);
  const { statement, verdict } = claim.decisive;
  return element(
    'a',
    { href: `#claim-${id}`, 'aria-label': `${verdict}: ${statement}`, title: statement },
    verdictMark(verdict),
  );
}
