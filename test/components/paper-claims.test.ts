import { describe, expect, it } from 'vitest';
import { paperClaims } from '../../src/components/paper-claims.js';
import { claimRow } from './claim-row.js';
import { emptyPage } from './page.js';

emptyPage();

const rows = [claimRow({ id: 'a' }), claimRow({ id: 'b', verdict: 'not reproduced' })];

const coverage = [
  { sentence: 1, says: 'both hold', claims: ['a', 'b'] },
  { sentence: 2, says: 'why it matters', reason: 'motivates' },
] as const;

describe('paperClaims', () => {
  it('has a line a claim, and the claims as a file', () => {
    const node = paperClaims(rows, { coverage, central: [], root: '../' });
    expect(node.querySelectorAll('details.claim')).toHaveLength(2);
    expect(node.querySelector('.downloads a')?.getAttribute('href')).toBe(
      '../api/tables/cs-ib/claims.parquet',
    );
  });

  it('has a line for each sentence of the abstract, with links to the claims that judge it', () => {
    const lines = paperClaims(rows, { coverage, central: [], root: '../' }).querySelectorAll(
      '.ledger tbody tr',
    );
    expect(Array.from(lines, ({ textContent }) => textContent)).toEqual([
      '1both holdreproducednot reproduced',
      '2why it mattersmotivates',
    ]);
    const links = lines[0].querySelectorAll('a');
    expect(Array.from(links, (link) => link.getAttribute('href'))).toEqual(['#claim-a', '#claim-b']);
    const unknown = [{ sentence: 1, says: '', claims: ['z'] }] as const;
    expect(() => paperClaims(rows, { coverage: unknown, central: [], root: '../' })).toThrow(
      'the claim z, which is not judged',
    );
  });

  it('says since when criteria are locked, and tells every amendment once', () => {
    const amendment = {
      date: '2026-12-24',
      claim: 'a',
      what: 'changed',
      why: 'The table has three seeds.',
      before: 'reproduced',
      after: 'inconclusive',
    };
    const locked = { locked: '2026-12-01', amendments: JSON.stringify([amendment]) };
    const locking = [
      claimRow({ id: 'a', verdict: 'inconclusive', ...locked }),
      claimRow({ id: 'a', decisive: false, ...locked }),
    ];
    const one = [{ sentence: 1, says: 'it holds', claims: ['a'] }] as const;
    const text = (given: typeof rows) =>
      paperClaims(given, { coverage: one, central: [], root: '../' }).querySelector('.amendments')
        ?.textContent;
    expect(text(locking)).toBe(
      'The criteria are locked since 2026-12-01; a later change would be told here.' +
        '2026-12-24: a changed (reproduced → inconclusive). The table has three seeds.',
    );
    expect(text(locking.map((row) => ({ ...row, verdict: 'not reproduced' })))).toContain(
      'a changed (reproduced → inconclusive; not reproduced by the runs of today). ',
    );
    expect(text([claimRow({ id: 'a' })])).toBeUndefined();
  });
});
