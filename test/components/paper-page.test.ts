import { describe, expect, it } from 'vitest';
import { paperPage, type PaperRuns } from '../../src/components/paper-page.js';
import { claimRow } from './claim-row.js';
import { emptyPage } from './page.js';

emptyPage();

const claims = {
  rows: [claimRow({ id: 'a' }), claimRow({ id: 'b', verdict: 'not reproduced' })],
  provenance: undefined,
  href: 'http://localhost/claims.parquet',
};

const coverage = [
  { sentence: 1, says: 'both hold', claims: ['a', 'b'] },
  { sentence: 2, says: 'why it matters', reason: 'motivates' },
] as const;

describe('paperPage', () => {
  it('has a line a claim', () => {
    const { table } = paperPage('cs-ib', claims, coverage);
    expect(table.querySelectorAll('.claim-table tbody tr')).toHaveLength(2);
  });

  it('has a line for each sentence of the abstract, with links to the claims that judge it', () => {
    const lines = paperPage('cs-ib', claims, coverage).table.querySelectorAll('.ledger tbody tr');
    expect(Array.from(lines, ({ textContent }) => textContent)).toEqual([
      '1both holdreproducednot reproduced',
      '2why it mattersmotivates',
    ]);
    const links = lines[0].querySelectorAll('a');
    expect(Array.from(links, (link) => link.getAttribute('href'))).toEqual(['#claim-a', '#claim-b']);
    const unknown = [{ sentence: 1, says: '', claims: ['z'] }] as const;
    expect(() => paperPage('cs-ib', claims, unknown)).toThrow('the claim z, which is not judged');
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
    const rows = [claimRow({ id: 'a', ...locked }), claimRow({ id: 'a', decisive: false, ...locked })];
    const one = [{ sentence: 1, says: 'it holds', claims: ['a'] }] as const;
    const text = (given: typeof rows) =>
      paperPage('cs-ib', { ...claims, rows: given }, one).table.querySelector('.amendments')?.textContent;
    expect(text(rows)).toBe(
      'The criteria are locked since 2026-12-01; a later change would be told here.' +
        '2026-12-24: a changed (reproduced → inconclusive). The table has three seeds.',
    );
    expect(text([claimRow({ id: 'a' })])).toBeUndefined();
  });

  it('says how to run the whole paper, or the tables alone that have a full run', () => {
    const text = (runs?: PaperRuns) =>
      paperPage('cs-ib', claims, coverage, runs).runIt.querySelector('code')!.textContent;
    expect(text()).toBe(
      'npm ci\nnpx litmus run cs-ib --profile quick\nnpx litmus run cs-ib --profile full\nnpx litmus check cs-ib',
    );
    expect(text({ datasets: ['mnist', 'mist'], full: ['plane'] })).toBe(
      [
        'npm ci',
        'npx litmus datasets fetch mnist',
        'npx litmus datasets fetch mist',
        'npx litmus run cs-ib --profile quick',
        'npx litmus run cs-ib/plane --profile full',
        'npx litmus check cs-ib',
      ].join('\n'),
    );
    expect(text({ full: [] })).not.toContain('full');
  });

  it('cites the paper as the shelf knows it, a preprint by its year', () => {
    expect(paperPage('lossy-compression-ib', claims, coverage).cite.textContent).toBe(
      'Ivan Butakov, Alexander Tolmachev, Sofia Malanchuk, Anna Neopryatnaya, Alexey Frolov, Kirill Andreev. Information Bottleneck Analysis of Deep Neural Networks via Lossy Compression. ICLR 2024. arXiv:2305.08013.This reproduction: Litmus: lossy-compression-ib, with the commit and the date of the run that the figures name.',
    );
    expect(paperPage('condition-number', claims, coverage).cite.textContent).toContain(
      'Units. 2025. arXiv:2506.16289.This',
    );
    const links = [...paperPage('semantic-information', claims, coverage).cite.querySelectorAll('a')];
    expect(links.map(({ href }) => new URL(href).hostname)).toEqual(['arxiv.org', 'doi.org']);
  });

  it('refuses a slug that is not on the shelf', () => {
    expect(() => paperPage('nothing', claims, coverage)).toThrow('no paper "nothing" on the shelf');
  });
});
