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

describe('paperPage', () => {
  it('has a line a claim, and authors and verdicts above', () => {
    const { heading, table } = paperPage('cs-ib', claims);
    expect(table.querySelectorAll('tbody tr')).toHaveLength(2);
    expect(heading.textContent).toMatch(/^Shujian Yu, .*ICLR 2024.*1 reproduced.*1 not reproduced/);
  });

  it('says how to run the whole paper, or the tables alone that have a full run', () => {
    const text = (runs?: PaperRuns) =>
      paperPage('cs-ib', claims, runs).runIt.querySelector('code')!.textContent;
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
    expect(paperPage('lossy-compression-ib', claims).cite.textContent).toBe(
      'Ivan Butakov, Alexander Tolmachev, Sofia Malanchuk, Anna Neopryatnaya, Alexey Frolov, Kirill Andreev. Information Bottleneck Analysis of Deep Neural Networks via Lossy Compression. ICLR 2024. arXiv:2305.08013.This reproduction: Litmus: lossy-compression-ib, with the commit and the date of the run that the figures name.',
    );
    expect(paperPage('condition-number', claims).cite.textContent).toContain(
      'Units. 2025. arXiv:2506.16289.This',
    );
    const links = [...paperPage('semantic-information', claims).cite.querySelectorAll('a')];
    expect(links.map(({ href }) => new URL(href).hostname)).toEqual(['arxiv.org', 'doi.org']);
  });

  it('refuses a slug that is not on the shelf', () => {
    expect(() => paperPage('nothing', claims)).toThrow('no paper "nothing" on the shelf');
  });
});
