import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { experimentsOf, loadPaper, paperSlugs } from '../../kernels/engine/papers.js';
import { isTested } from '../../src/lib/experiment/claim.js';
import { shelf } from '../../src/lib/shelf/shelf.js';

const papers = await Promise.all((await paperSlugs()).map((slug) => loadPaper(slug)));
const onShelf = papers.filter(({ claims }) => claims);

describe.each(onShelf.map((paper) => ({ slug: paper.slug, paper })))('$slug', ({ slug, paper }) => {
  it('stands on the shelf', () => {
    expect(shelf.map((entry) => entry.slug)).toContain(slug);
  });

  it('has claims of different names, whose tables its experiments fill', async () => {
    const claims = await paper.claims!();
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
    const tables = experimentsOf(paper).flatMap(({ definition }) => Object.keys(definition.tables));
    expect(new Set(tables).size).toBe(tables.length);
    for (const claim of claims.filter(isTested))
      expect(tables).toEqual(expect.arrayContaining([...claim.tables]));
  });

  it('shows on its page every figure that a claim names', async () => {
    const page = await readFile(`src/papers/${slug}.md`, 'utf8');
    const figures = (await paper.claims!()).flatMap(({ figure }) => figure ?? []);
    expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) expect(page, figure).toContain(`id: '${figure}',`);
  });
});
