import { describe, expect, it } from 'vitest';
import { added } from '../../../src/lib/shelf/added.js';
import { sentenceProblem } from '../../../src/lib/shelf/plain-sentence.js';
import { shelf, shelfPaper } from '../../../src/lib/shelf/shelf.js';
import { paperLinks, subjects } from '../../../src/lib/shelf/shelf-paper.js';

describe('the shelf', () => {
  it('began with 33 papers; slugs, titles and arXiv identifiers are unique', () => {
    expect(shelf).toHaveLength(33 + added.length);
    for (const key of ['slug', 'title', 'arxiv', 'sentence'] as const) {
      const values = shelf.flatMap((paper) => paper[key] ?? []);
      expect(new Set(values).size, key).toBe(values.length);
    }
  });

  it('knows each subject from at least two papers', () => {
    for (const subject of subjects)
      expect(shelf.filter((paper) => paper.subject === subject).length, subject).toBeGreaterThan(1);
  });

  it.each(shelf)('describes $slug completely', (paper) => {
    expect(paper.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(paper.title.length).toBeGreaterThan(10);
    expect(paper.authors.length).toBeGreaterThan(0);
    for (const author of paper.authors) expect(author).toMatch(/^\S+( \S+)+$/);
    expect(paper.venue).not.toBe('');
    expect(subjects).toContain(paper.subject);
    if (paper.code) expect(paper.code.repository).toMatch(/^[\w.-]+\/[\w.-]+$/);
    if (paper.arxiv === undefined) return expect(added).toContain(paper);
    // An arXiv identifier starts with year and month, so it bounds the year of publication from below.
    expect(paper.arxiv).toMatch(/^\d{2}(0[1-9]|1[0-2])\.\d{4,5}$/);
    const submitted = 2000 + Number(paper.arxiv.slice(0, 2));
    if (paper.venue === 'preprint') expect(paper.year).toBe(submitted);
    else expect(paper.year).toBeGreaterThanOrEqual(submitted);
  });

  it.each(shelf)('says in one plain sentence what $slug is about', ({ sentence }) => {
    expect(sentenceProblem(sentence)).toBeUndefined();
  });
});

describe('shelfPaper', () => {
  it('finds a paper and names the slugs where there is none', () => {
    expect(shelfPaper('cs-ib').authors[0]).toBe('Shujian Yu');
    expect(() => shelfPaper('cs-lb')).toThrow(/no paper "cs-lb".*cs-ib/);
  });
});

describe('paperLinks', () => {
  it('links paper and code and states the licence', () => {
    expect(paperLinks(shelfPaper('mist'))).toEqual([
      { label: 'arXiv:2511.18945', href: 'https://arxiv.org/abs/2511.18945' },
      { label: 'official code (MIT)', href: 'https://github.com/grgera/mist' },
    ]);
    expect(paperLinks(shelfPaper('cs-ib')).map(({ label }) => label)).toEqual([
      'arXiv:2404.17951',
      'OpenReview',
      'official code (no licence stated)',
    ]);
  });
});
