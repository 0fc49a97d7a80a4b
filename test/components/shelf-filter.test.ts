import { describe, expect, it } from 'vitest';
import { groupClaims } from '../../src/components/claim-row.js';
import {
  matchesPaper,
  shelfAddress,
  type ShelfQuery,
  shelfQueryIn,
} from '../../src/components/shelf-filter.js';
import { byline, shelfEntries, shelfList, tellingClaims } from '../../src/components/shelf-list.js';
import { shelf, shelfPaper } from '../../src/lib/shelf/shelf.js';
import { claimRow } from './claim-row.js';
import { emptyPage } from './page.js';

emptyPage();

describe('matchesPaper', () => {
  const facts = { subject: 'applications', verdicts: ['reproduced', 'inconclusive'] };
  const waiting = { subject: 'applications', verdicts: [] };
  const matches = (query: Partial<ShelfQuery>, of = facts) => matchesPaper(of, { text: '', ...query });

  it('lets everything through an empty query', () => {
    expect([matches({}), matches({}, waiting)]).toEqual([true, true]);
  });

  it('filters by subject and by state', () => {
    expect(matches({ subject: 'applications' })).toBe(true);
    expect(matches({ subject: 'language models' })).toBe(false);
    expect([matches({ state: 'moved in' }), matches({ state: 'moved in' }, waiting)]).toEqual([true, false]);
    expect([matches({ state: 'on the list' }), matches({ state: 'on the list' }, waiting)]).toEqual([
      false,
      true,
    ]);
    expect(matches({ state: 'inconclusive' })).toBe(true);
    expect(matches({ state: 'not reproduced' })).toBe(false);
    expect(matches({ state: 'inconclusive', subject: 'language models' })).toBe(false);
  });
});

describe('the address of what is asked of the shelf', () => {
  it('keeps it, and asks for nothing where it names what is not there', () => {
    const query: ShelfQuery = { text: 'α-Rank', subject: 'decisions and games', state: 'not reproduced' };
    expect(shelfQueryIn(`?${shelfAddress(query)}`)).toEqual(query);
    expect(shelfAddress({ text: '  ' })).toBe('');
    expect(shelfQueryIn('?subject=x&state=y')).toEqual({ text: '' });
  });
});

describe('shelfList', () => {
  const claims = groupClaims([
    claimRow({ paper: 'mist', id: 'check', origin: 'ours', verdict: 'not reproduced' }),
    claimRow({ paper: 'mist', id: 'body', origin: 'body', verdict: 'reproduced', statement: 'It trains.' }),
    claimRow({ paper: 'mist', id: 'abstract', verdict: 'reproduced', statement: 'It falls' }),
    claimRow({
      paper: 'mist',
      id: 'failed',
      origin: 'body',
      verdict: 'not reproduced',
      statement: 'It rises',
    }),
  ]);

  it('puts papers with claims first', () => {
    const [first, ...rest] = shelfEntries(shelf, claims);
    expect(first.paper.slug).toBe('mist');
    expect(rest.every((entry) => entry.claims.length === 0)).toBe(true);
  });

  it('tells by claims of the paper’s own what failed and what held', () => {
    expect(tellingClaims(claims).map(({ id }) => id)).toEqual(['failed', 'abstract']);
    const open = groupClaims(
      [claimRow({ id: 'a', verdict: 'inconclusive' }), claimRow({ id: 'b' })].slice(0, 1),
    );
    expect(tellingClaims(open).map(({ id }) => id)).toEqual(['a']);
    expect(tellingClaims(claims.slice(0, 1))).toEqual([]);
  });

  it('has a card a paper, with what was found, and a picture that keeps its place', () => {
    const list = shelfList(shelfEntries(shelf, claims));
    expect(list.querySelectorAll('.card')).toHaveLength(shelf.length);
    const card = list.querySelector('#mist')!;
    expect(card.querySelector('.findings')?.textContent).toBe(
      'not reproduced: It rises.reproduced: It falls.',
    );
    expect(card.querySelector('.findings a')?.getAttribute('href')).toBe('./claims/mist/failed');
    const { width, height } = card.querySelector('img')!;
    expect([width, height]).toEqual([224, 140]);
    expect(list.querySelector('#cs-ib img')).toBeNull();
  });

  it('says what was found in a sentence where there is one, and strikes out what no longer holds', () => {
    const found = { text: 'It falls in 3 of 4.', holds: { 'it falls': false } };
    const scales = ['exact', 'stand-in'] as const;
    const told = new Map([
      ['mist', { found, scales, differs: { 'stand-in': 'toys' }, caption: 'Errors (up).' }],
    ]);
    const [card] = shelfList(shelfEntries(shelf, claims, told)).querySelectorAll('.card');
    expect(card.querySelector('figure figcaption')?.textContent).toBe('Errors (up).');
    expect(card.querySelector('.findings')?.textContent).toBe(
      'We found: It falls in 3 of 4.By exact computation; on stand-ins: toys.',
    );
    expect(card.querySelector('s')?.title).toContain('it no longer holds that it falls');
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
