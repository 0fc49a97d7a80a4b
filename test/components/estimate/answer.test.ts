import { describe, expect, it } from 'vitest';
import type { AnalysisStep, PageAnalysis } from '../../../src/components/estimate/analysis-messages.js';
import { questionSteps } from '../../../src/components/estimate/analysis-steps.js';
import { answerView } from '../../../src/components/estimate/answer-view.js';
import { resultJson, resultRows } from '../../../src/components/estimate/downloads.js';
import { equivalent } from '../../../src/components/estimate/equivalent.js';
import { exampleTable } from '../../../src/components/estimate/example-table.js';
import { questionForm } from '../../../src/components/estimate/question-form.js';
import type { BenchRecord } from '../../../src/lib/estimation/bench.js';
import { sidesOf } from '../../../src/lib/estimation/columns.js';
import { summaryOf } from '../../../src/lib/estimation/table-summary.js';
import { emptyPage } from '../page.js';
import { inPlace } from './in-place.js';

emptyPage();

const table = exampleTable();
const runner = inPlace(2);
async function answered(x: string, y: string, permutations = 19) {
  const sides = sidesOf(table, { x: [x], y: [y] });
  const steps: AnalysisStep<PageAnalysis>[] = [];
  for await (const step of questionSteps(runner, { ...sides, permutations, seed: 1 })) steps.push(step);
  const prepared = { ...sides, drawn: { x: [], y: [], of: 0 } };
  const last = steps.at(-1)!;
  if (!('result' in last)) throw new Error('the last step is no result');
  return { prepared, steps, analysis: last.result };
}

const record: BenchRecord = {
  ...{ question: 'numbers', n: 500, dimension: 1, combinations: 1, truth: 0.5 },
  bias: [-0.02, 0.03],
  sd: 0.05,
  far: ['information'],
};

describe('the steps of an answer', () => {
  it('begin with the estimate to believe and end with an interval for every estimator that has one', async () => {
    const { steps, analysis } = await answered('dose', 'response');
    const first = steps.find((step) => 'soFar' in step)!;
    expect(first.soFar).toMatchObject({ best: { method: 'kraskov', low: null }, test: null });
    expect(first.soFar.answers).toHaveLength(1);
    expect(Object.keys(analysis.intervals).sort()).toEqual(
      analysis.answers.map(({ method }) => method).sort(),
    );
    for (const { method, nats } of analysis.answers) {
      expect(analysis.intervals[method].low!).toBeLessThan(nats!);
      expect(analysis.intervals[method].high!).toBeGreaterThan(nats!);
    }
    expect(steps.filter((step) => 'result' in step)).toHaveLength(1);
  });
});

describe('an answer', async () => {
  const found = await answered('dose', 'response');

  it('is said in a sentence first, then how far to believe it', () => {
    const view = answerView({
      ...found,
      permutations: 19,
      bench: new Map([['kraskov', record]]),
      file: 'estimate',
    });
    const [sentence, plain, trust, aside] = [...view.children].map(({ textContent }) => textContent);
    expect(sentence).toMatch(
      /^Knowing dose tells you 1\.0\d\d\snats, or 1\.4\d\d\sbits, about response \(95\s%: .*\snats\); that is hardly chance: none of 19 shuffles of the rows gave as much \(p\s=\s0\.050\)\.$/,
    );
    expect(plain).toMatch(
      /^Two normal variables with a correlation of 0\.9\d tell as much about each other\.$/,
    );
    expect(trust).toBe(
      'What can be trusted: that there is a dependence, since chance hardly makes one. Its size only with the warnings in mind.',
    );
    expect(aside).toContain(
      '400 rows. Recommended: Kraskov, Stögbauer, Grassberger 1 (kraskov), since both are continuous',
    );
    expect(aside).toContain(
      'the one nearest to this answer is 0.5 nats (500 rows, 1 + 1 dimensions; far from your table in information): there this estimator was off by −0.020 to 0.030',
    );
    expect(view.querySelector('.beware')!.textContent).toContain('There were 19 surrogates');
    expect(view.querySelectorAll('tbody tr')).toHaveLength(5);
    expect(view.querySelector('tbody tr')!.textContent).toContain(
      'Kraskov, Stögbauer, Grassberger 1 (kraskov), believed',
    );
  });

  it('about labels is a share of what there is to know; about what may be chance, nothing more', async () => {
    const { prepared, analysis } = await answered('weight', 'group');
    expect(equivalent(prepared.x, prepared.y, analysis)).toMatch(
      /^That is \d\d\s% of what there is to know about group\.$/,
    );
    const chance = await answered('dose', 'temperature');
    expect(chance.analysis.test!.pValue).toBeGreaterThan(0.05);
    expect(equivalent(chance.prepared.x, chance.prepared.y, chance.analysis)).toBeUndefined();
  });

  it('is downloaded with all that it rests on', () => {
    const summary = { ...summaryOf(table, 'ab12'), name: 'trial.csv' };
    const asked = questionForm(summary).value;
    const result = { ...found, summary, asked, version: '1.2.3', bench: new Map([['kraskov', record]]) };
    const json = JSON.parse(resultJson(result)) as Record<string, unknown>;
    expect(json).toMatchObject({
      litmus: '1.2.3',
      table: { file: 'trial.csv', rows: 400, sha256: 'ab12' },
      question: { x: ['dose'], y: ['response'], given: [], seed: 1, estimator: null },
      best: { method: 'kraskov' },
      bench: { kraskov: record },
    });
    expect((json as unknown as PageAnalysis).answers).toHaveLength(5);
    const rows = resultRows(result);
    expect(rows[0]).toMatchObject({
      ...{
        estimator: 'kraskov',
        recommended: true,
        p: 0.05,
        x: 'dose',
        y: 'response',
        surrogates: 'shuffle',
      },
      ...{ file: 'trial.csv', sha256: 'ab12', litmus: '1.2.3', seed: 1, rows: 400 },
    });
    expect(rows[1]).toMatchObject({ recommended: false, p: null });
  });
});
