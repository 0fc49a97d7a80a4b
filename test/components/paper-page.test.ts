import { describe, expect, it } from 'vitest';
import { paperPage, type PaperRuns } from '../../src/components/paper-page.js';
import { emptyPage } from './page.js';

emptyPage();

describe('paperPage', () => {
  it('says how to run the whole paper, or the tables alone that have a full run', () => {
    const text = (runs?: PaperRuns) => paperPage('cs-ib', runs).runIt.querySelector('code')!.textContent;
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
    const { runIt } = paperPage('cs-ib');
    meta.remove();
    expect(runIt.querySelector('code')!.textContent).toMatch(
      /^git clone https:\/\/example\.org\/some\/litmus\ncd litmus\nnpm ci\n/,
    );
  });

  it('gives the paper to programs that keep references, as a file and to copy', () => {
    const { cite } = paperPage('cs-ib');
    expect(cite.querySelector('code')!.textContent).toMatch(/^@inproceedings\{cs-ib,[^]*\}$/);
    const [bib, csl] = Array.from(cite.querySelectorAll<HTMLAnchorElement>('a[download]'));
    expect([bib.download, csl.download]).toEqual(['cs-ib.bib', 'cs-ib.json']);
    const content = (link: HTMLAnchorElement) =>
      decodeURIComponent(link.href.slice(link.href.indexOf(',') + 1));
    expect(content(bib)).toContain('Løkse, Sigurd');
    expect(JSON.parse(content(csl))).toMatchObject([{ type: 'paper-conference' }]);
  });

  it('cites the paper as the shelf knows it, a preprint by its year', () => {
    const { cite } = paperPage('lossy-compression-ib');
    expect([...cite.querySelectorAll(':scope > p:not(.downloads)')].map((p) => p.textContent).join('')).toBe(
      'Ivan Butakov, Alexander Tolmachev, Sofia Malanchuk, Anna Neopryatnaya, Alexey Frolov, Kirill Andreev. Information Bottleneck Analysis of Deep Neural Networks via Lossy Compression. ICLR 2024. arXiv:2305.08013.This reproduction: Litmus: lossy-compression-ib, with the commit and the date of the run that the figures name.',
    );
    expect(paperPage('condition-number').cite.textContent).toContain('Units. 2025. arXiv:2506.16289.This');
    const links = [
      ...paperPage('semantic-information').cite.querySelectorAll<HTMLAnchorElement>('a:not([download])'),
    ];
    expect(links.map(({ href }) => new URL(href).hostname)).toEqual(['arxiv.org', 'doi.org']);
  });

  it('refuses a slug that is not on the shelf', () => {
    expect(() => paperPage('nothing')).toThrow('no paper "nothing" on the shelf');
  });
});
