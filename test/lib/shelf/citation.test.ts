import { describe, expect, it } from 'vitest';
import { bibtex, cslItem } from '../../../src/lib/shelf/citation.js';
import { shelf, shelfPaper } from '../../../src/lib/shelf/shelf.js';
import type { ShelfPaper } from '../../../src/lib/shelf/shelf-paper.js';

const made: ShelfPaper = {
  slug: 'made',
  title: 'Costs & benefits of 50 % {noise}',
  authors: ['Aäron van den Oord', 'Alberto Del Bimbo', 'J. Zico Kolter'],
  year: 2024,
  venue: 'ICLR (oral)',
  arxiv: '2404.00001',
  subject: 'learning theory',
  sentence: 'Says what noise costs and what it is good for.',
};

describe('citations', () => {
  it('takes names apart, particles with the family', () => {
    expect(cslItem(made).author).toEqual([
      { family: 'van den Oord', given: 'Aäron' },
      { family: 'Del Bimbo', given: 'Alberto' },
      { family: 'Kolter', given: 'J. Zico' },
    ]);
  });

  it('tells journals, conferences and preprints apart', () => {
    expect(cslItem(made)).toMatchObject({ type: 'paper-conference', 'container-title': 'ICLR' });
    expect(cslItem(shelfPaper('semantic-information'))).toMatchObject({
      type: 'article-journal',
      'container-title': 'Entropy',
      volume: '27',
      issue: '5',
      DOI: '10.3390/e27050461',
      URL: 'https://doi.org/10.3390/e27050461',
    });
    expect(cslItem({ ...made, venue: 'preprint' })).toMatchObject({ type: 'article', publisher: 'arXiv' });
    expect(cslItem({ ...made, venue: 'preprint' })).not.toHaveProperty('container-title');
  });

  it('writes an entry in which nothing is markup that is text', () => {
    expect(bibtex(made)).toBe(
      `@inproceedings{made,
  title = {{Costs \\& benefits of 50 \\% \\{noise\\}}},
  author = {van den Oord, Aäron and Del Bimbo, Alberto and Kolter, J. Zico},
  year = {2024},
  booktitle = {ICLR},
  eprint = {2404.00001},
  archiveprefix = {arXiv},
  url = {https://arxiv.org/abs/2404.00001},
}
`,
    );
  });

  it('knows a family name and a place of every paper on the shelf', () => {
    for (const paper of shelf) {
      const { author, type, ...item } = cslItem(paper);
      expect(
        author.every(({ family, given }) => family !== '' && given !== ''),
        paper.slug,
      ).toBe(true);
      if (type !== 'article') expect(item['container-title'], paper.slug).toMatch(/^[\w ]+$/);
    }
  });
});
