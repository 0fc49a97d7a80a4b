import type { ClaimRow } from '../../../src/components/claim-row.js';
import { element } from '../../../src/components/element.js';
import { shelf as shelfPapers } from '../../../src/lib/shelf/shelf.js';
import { claimsJson } from '../api/claims-json.js';

/**
 * What the first question on the page for programs answers, the first claim of `claims.json` that was reproduced, so
 * that a reader sees what to expect without asking.
 *
 * @param rows of the `claims.parquet` of all papers
 */
export function apiAnswer(rows: readonly ClaimRow[]): HTMLElement {
  const { claims } = claimsJson(rows, shelfPapers, new Map());
  const first = claims.find(({ verdict }) => verdict === 'reproduced');
  const answer = first && answerOn(first);
  return element(
    'pre',
    { 'data-language': 'json' },
    element('code', {}, JSON.stringify(answer ?? null, undefined, 2)),
  );
}

const answerOn = ({
  paper,
  id,
  statement,
  verdict,
  runs,
}: ReturnType<typeof claimsJson>['claims'][number]) => ({
  ...{ paper, id, statement, verdict },
  measured: runs[0].measured,
});
