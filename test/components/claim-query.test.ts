import { describe, expect, it } from 'vitest';
import {
  addressOf,
  type ClaimFacts,
  type ClaimQuery,
  matchesClaim,
  queryIn,
} from '../../src/components/claim-query.js';

const nothing: ClaimQuery = { text: '', verdicts: [], group: 'paper' };
const facts: ClaimFacts = {
  paper: 'cs-ib',
  subject: 'information bottleneck',
  verdict: 'not reproduced',
  scale: 'reduced',
  origin: 'abstract',
};

describe('matchesClaim', () => {
  it.each<[Partial<ClaimQuery>, boolean]>([
    [{}, true],
    [{ verdicts: ['not reproduced'] }, true],
    [{ verdicts: ['reproduced', 'not reproduced'] }, true],
    [{ verdicts: ['reproduced'] }, false],
    [{ subject: 'information bottleneck', paper: 'cs-ib', scale: 'reduced', origin: 'abstract' }, true],
    [{ subject: 'applications' }, false],
    [{ paper: 'mist' }, false],
    [{ scale: 'exact' }, false],
    [{ origin: 'ours' }, false],
  ])('%j: %j', (query, matches) => {
    expect(matchesClaim(facts, { ...nothing, ...query })).toBe(matches);
  });
});

describe('the address of a query', () => {
  it('is empty where nothing is asked for', () => {
    expect(addressOf(nothing)).toBe('');
    expect(queryIn('', ['cs-ib'])).toEqual(nothing);
  });

  it('keeps all that is asked for', () => {
    const query: ClaimQuery = {
      text: 'α & β',
      verdicts: ['not reproduced', 'inconclusive'],
      subject: 'measuring information',
      paper: 'cs-ib',
      scale: 'stand-in',
      origin: 'code',
      group: 'verdict',
    };
    expect(queryIn(`?${addressOf(query)}`, ['cs-ib'])).toEqual(query);
  });

  it('asks for nothing where it names what is not there', () => {
    const address = '?verdict=refuted&subject=x&paper=gone&scale=huge&origin=them&group=colour';
    expect(queryIn(address, ['cs-ib'])).toEqual(nothing);
  });
});
