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

  it('begins with a clone where the page’s head says of what', () => {
    const meta = document.createElement('meta');
    meta.name = 'litmus-repository';
    meta.content = 'https://example.org/some/litmus';
    document.head.append(meta);
    const { runIt } = paperPage('cs-ib', claims, coverage);
    meta.remove();
    expect(runIt.querySelector('code')!.textContent).toMatch(
      /^git clone https:\/\/example\.org\/some\/litmus\ncd litmus\nnpm ci\n/,
    );
  });

  it('gives the paper to programs that keep references, as a file and to copy', () => {
    const { cite } = paperPage('cs-ib', claims, coverage);
    expect(cite.querySelector('code')!.textContent).toMatch(/^@inproceedings\{cs-ib,[^]*\}$/);
    const [bib, csl] = Array.from(cite.querySelectorAll<HTMLAnchorElement>('a[download]'));
    expect([bib.download, csl.download]).toEqual(['cs-ib.bib', 'cs-ib.json']);
    const content = (link: HTMLAnchorElement) =>
      decodeURIComponent(link.href.slice(link.href.indexOf(',') + 1));
    expect(content(bib)).toContain('Løkse, Sigurd');
    expect(JSON.parse(content(csl))).toMatchObject([{ type: 'paper-conference' }]);
  });

  it('cites the paper as the shelf knows it, a preprint by its year', () => {
    const { cite } = paperPage('lossy-compression-ib', claims, coverage);
    expect([...cite.querySelectorAll(':scope > p:not(.downloads)')].map((p) => p.textContent).join('')).toBe(
      'Ivan Butakov, Alexander Tolmachev, Sofia Malanchuk, Anna Neopryatnaya, Alexey Frolov, Kirill Andreev. Information Bottleneck Analysis of Deep Neural Networks via Lossy Compression. ICLR 2024. arXiv:2305.08013.This reproduction: Litmus: lossy-compression-ib, with the commit and the date of the run that the figures name.',
    );
    expect(paperPage('condition-number', claims, coverage).cite.textContent).toContain(
      'Units. 2025. arXiv:2506.16289.This',
    );
    const links = [
      ...paperPage('semantic-information', claims, coverage).cite.querySelectorAll<HTMLAnchorElement>(
        'a:not([download])',
      ),
    ];
    expect(links.map(({ href }) => new URL(href).hostname)).toEqual(['arxiv.org', 'doi.org']);
  });

  it('refuses a slug that is not on the shelf', () => {
    expect(() => paperPage('nothing', claims, coverage)).toThrow('no paper "nothing" on the shelf');
  });
});
