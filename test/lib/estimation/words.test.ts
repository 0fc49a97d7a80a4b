import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../../src/lib/estimation/question.js';
import { benchSentence, sentenceOf, trustInWords } from '../../../src/lib/estimation/words.js';

const sides = { x: { name: 'dose', kind: 'continuous' }, y: { name: 'age', kind: 'tied' } } as const;
const advice = { method: 'kraskov', reason: 'both are continuous', beside: [] };
const best = { method: 'kraskov', nats: 0.5, low: 0.4, high: 0.6 };
const tested = (pValue: number) => ({ pValue, surrogates: 199, mean: 0, by: 'shuffle' }) as const;
const analysis = (more: Partial<Analysis>): Analysis => ({
  ...{ rows: 1200, answers: [], advice, best, warnings: [], test: tested(1 / 200) },
  ...more,
});

describe('the sentence of an answer', () => {
  it('says what knowing the one tells of the other, and how often chance gives as much', () => {
    expect(sentenceOf(sides, analysis({}))).toBe(
      'Knowing dose tells you 0.500 nats, or 0.721 bits, about age (95 %: 0.400 to 0.600 nats); that is hardly chance: none of ' +
        '199 shuffles of the rows gave as much (p = 0.0050).',
    );
    expect(sentenceOf({ ...sides, z: sides.y }, analysis({ test: null }))).toMatch(
      /^Knowing dose .* about age, beyond what you know from age \(95 %: 0\.400 to 0\.600 nats\)\.$/,
    );
  });

  it('says so where rows do not show anything', () => {
    expect(sentenceOf(sides, analysis({ test: tested(11 / 200) }))).toBe(
      'These 1,200 rows do not show that knowing dose tells you anything about age: the estimate, 0.500 nats, or 0.721 bits ' +
        '(95 %: 0.400 to 0.600 nats), may be chance, since 10 of 199 shuffles of the rows gave as much (p = 0.055).',
    );
    expect(sentenceOf({ ...sides, y: { name: 'age', kind: 'constant' } }, analysis({}))).toBe(
      'age has one value, so that there is nothing to tell.',
    );
  });
});

describe('what can be trusted', () => {
  it.each([
    [{}, 'since chance hardly makes one. And its size, to within the interval'],
    [{ warnings: ['…'] }, 'Its size only with the warnings in mind.'],
    [{ best: { ...best, low: null, high: null } }, 'Its size only roughly.'],
    [{ test: tested(0.2) }, 'What can be trusted: nothing yet.'],
    [{ test: null }, 'was not tested'],
  ] as const)('hangs on test, interval and warnings: %j', (more, words) => {
    expect(trustInWords(sides, analysis(more))).toContain(words);
  });

  it('is less where intervals are known to hold the truth less often', () => {
    const by = (method: string) => trustInWords(sides, analysis({ best: { ...best, method } }));
    expect(by('mesner-shalizi')).toMatch(
      /held a known truth in 82\s% to 96\s% of samples, and missed it by saying too little\.$/,
    );
    expect(by('frenzel-pompe')).toMatch(/in 90\s% to 95\s% of samples, and missed it on either side\.$/);
    expect(by('ross')).not.toContain('samples');
    const constant = { ...sides, x: { name: 'dose', kind: 'constant' } } as const;
    expect(trustInWords(constant, analysis({}))).toBeUndefined();
  });
});

it('the bench says that its truth is the nearest that it has', () => {
  const record = {
    question: 'numbers',
    n: 500,
    dimension: 2,
    combinations: 1,
    truth: 0.5,
    far: [],
    bias: [-0.02, 0.03],
    sd: 0.05,
  } as const;
  expect(benchSentence(record)).toBe(
    'On the bench, where the truth is known, the one nearest to this answer is 0.5 nats (500 rows, 2 + 2 dimensions): there this ' +
      'estimator was off by −0.020 to 0.030 nats on average, and scattered by up to 0.050.',
  );
});
