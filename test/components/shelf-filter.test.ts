import { describe, expect, it } from 'vitest';
import { matches, type ShelfEntry, type ShelfQuery } from '../../src/components/shelf-filter.js';
import { byline, shelfEntries } from '../../src/components/shelf-list.js';
import { shelf, shelfPaper } from '../../src/lib/shelf/shelf.js';

const entries: ShelfEntry[] = shelf.map((paper) => ({
  paper,
  verdicts: paper.slug === 'cs-ib' ? ['reproduced', 'not reproduced'] : [],
}));
const found = (query: Partial<ShelfQuery>) =>
  entries.filter((entry) => matches(entry, { text: '', ...query })).map(({ paper }) => paper.slug);

describe('matches', () => {
  it('lets everything through an empty query', () => {
    expect(found({})).toHaveLength(33);
    expect(found({ text: '  ' })).toHaveLength(33);
  });

  it('asks for every word, in any field, without regard to case and accents', () => {
    expect(found({ text: 'principe 2024' })).toEqual(['cs-ib']);
    expect(found({ text: 'MUTUAL supervised' })).toEqual(['mist']);
    expect(found({ text: 'supervised quaternion' })).toEqual([]);
  });

  it('filters by subject and by state', () => {
    expect(found({ subject: 'language models' })).toHaveLength(5);
    expect(found({ state: 'moved in' })).toEqual(['cs-ib']);
    expect(found({ state: 'on the list' })).toHaveLength(32);
    expect(found({ state: 'not reproduced' })).toEqual(['cs-ib']);
    expect(found({ state: 'inconclusive' })).toEqual([]);
    expect(found({ state: 'moved in', subject: 'applications' })).toEqual([]);
  });
});

describe('shelfEntries', () => {
  it('puts papers with verdicts first', () => {
    const [first, ...rest] = shelfEntries(shelf, [
      { decisive: { paper: 'mist', verdict: 'inconclusive', origin: 'body' } as never, others: [] },
    ]);
    expect(first).toEqual({ paper: shelfPaper('mist'), verdicts: ['inconclusive'] });
    expect(rest.every(({ verdicts }) => verdicts.length === 0)).toBe(true);
  });
});

describe('byline', () => {
  it('names all of a few authors, and four of many', () => {
    expect(byline(shelfPaper('condition-number'))).toBe('Oswaldo Ludwig · preprint 2025');
    expect(byline(shelfPaper('selforg'))).toBe(
      'Nurbek Tastan, Samuel Horváth and Karthik Nandakumar · ICLR 2026',
    );
    expect(byline(shelfPaper('operational-data-sharing'))).toMatch(
      /Mark Whitehead and 13 others · preprint 2025$/,
    );
  });
});
