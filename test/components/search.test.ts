import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { searchIn } from '../../src/components/search.js';
import {
  claimDocument,
  pageDocument,
  paperDocument,
  type SearchDocument,
  searchOptions,
} from '../../src/lib/shelf/search-documents.js';
import { shelf, shelfPaper } from '../../src/lib/shelf/shelf.js';
import { claimRow } from './claim-row.js';

const claim = claimRow({
  id: 'plane-falls',
  statement: 'Information falls while it trains',
  extent: 'data: CIFAR',
});
const built = new MiniSearch<SearchDocument>(searchOptions);
built.addAll([
  ...shelf.map((paper) => paperDocument(paper)),
  claimDocument(claim, shelfPaper('cs-ib')),
  pageDocument('estimators', 'Estimators', 'where the answer is known'),
]);
// As a page reads it: what is not stored does not count.
const search = searchIn(MiniSearch.loadJSON(JSON.stringify(built), searchOptions));
const ids = (text: string) => search.find(text).hits.map(({ id }) => id);
const first = (text: string) => ids(text)[0];

describe('the search', () => {
  it.each([
    ['botleneck entropy', 'paper:entropy-coupling-bottleneck'],
    ['bottelneck coupling', 'paper:entropy-coupling-bottleneck'],
    ['koopmann', 'paper:information-koopman'],
    ['Dwrok', 'paper:adaptive-data-analysis'],
    ['mutual infomation supervised', 'paper:mist'],
  ])('forgives %j', (text, id) => {
    expect(first(text)).toBe(id);
    expect(search.find(text).alike).toBe(true);
  });

  it.each([
    ['LoRA', 'paper:condition-number'],
    ['KappaTune', 'paper:condition-number'],
    ['CM-EM', 'paper:semantic-information'],
    ['α-Rank', 'paper:multiagent-evaluation'],
    ['alpha-rank', 'paper:multiagent-evaluation'],
    ['MNIST', 'paper:lossy-compression-ib'],
    ['cs-ib', 'paper:cs-ib'],
    ['principe 2024', 'paper:cs-ib'],
    ['horvath', 'paper:selforg'],
  ])('finds by other names, and without accents: %j', (text, id) => {
    expect(ids(text)).toContain(id);
    expect(search.find(text).alike).toBe(false);
  });

  it('finds claims by what they say and were run on, and pages', () => {
    expect(first('falls while trains')).toBe('claim:cs-ib/plane-falls');
    expect(ids('cifar')).toEqual(['claim:cs-ib/plane-falls']);
    expect(first('where the answer is known')).toBe('page:estimators');
    expect(search.titleOf('page:estimators')).toBe('Estimators');
  });

  it('asks for every word, and does not guess where the very words are there', () => {
    expect(ids('supervised quaternion')).toEqual([]);
    expect(search.find('games').alike).toBe(false);
  });

  it('says what else could have been meant, or nothing', () => {
    expect(search.suggest('supervised quaternion')).toBe('supervised');
    expect(search.suggest('supervisd quaterions')).toBe('supervised');
    expect(search.suggest('zzzzzzzzz')).toBeUndefined();
  });
});
