import { describe, expect, it } from 'vitest';
import { commandFor, questionAsked, sidesAsked } from '../../../src/components/estimate/asked-question.js';
import { exampleTable } from '../../../src/components/estimate/example-table.js';
import { questionForm } from '../../../src/components/estimate/question-form.js';
import { sidesOf } from '../../../src/lib/estimation/columns.js';
import { tableOf } from '../../../src/lib/estimation/table.js';
import { summaryOf } from '../../../src/lib/estimation/table-summary.js';
import { emptyPage } from '../page.js';

emptyPage();

const table = exampleTable();
const asked = () => questionForm(summaryOf(table, null)).value;

describe('a question', () => {
  it('begins with the first two columns that vary', () => {
    expect(asked()).toMatchObject({
      x: ['dose'],
      y: ['response'],
      given: [],
      lag: 0,
      permutations: 200,
      seed: 1,
    });
    const dull = tableOf('dull.csv', {
      columns: new Map([
        ['a', [1, 1]],
        ['b', [1, 2]],
      ]),
      notes: [],
    });
    expect(() => questionForm(summaryOf(dull, null))).toThrow(
      /^dull.csv: a question takes two columns that vary, and one column does \(a: labels, one value; b: /,
    );
  });

  it('is what the library takes', () => {
    const sides = sidesAsked({ ...asked(), given: ['group'] });
    expect(sides).toEqual({ x: ['dose'], y: ['response'], given: ['group'] });
    const found = sidesOf(table, sides);
    const drawn = { x: [], y: [], of: 0 };
    const question = questionAsked({ ...asked(), estimator: 'kraskov', lag: 2 }, { ...found, drawn });
    expect(question).toMatchObject({ methods: ['kraskov'], surrogates: 'circular-shift', permutations: 200 });
    expect(question.z?.name).toBe('group');
    expect(questionAsked(asked(), { ...found, drawn })).toMatchObject({
      methods: undefined,
      surrogates: undefined,
    });
  });

  it.each([
    [{ y: [] }, 'no column is ticked'],
    [{ given: ['group'], surrogates: 'blocks' }, 'swaps among neighbours: leave it'],
  ] as const)('%j says what is wrong', (more, message) => {
    expect(() => sidesAsked({ ...asked(), ...more })).toThrow(message);
  });

  it('is a command, quoted as a shell wants it, without what is usual', () => {
    expect(commandFor('my trial.csv', { ...asked(), y: ["o'clock"], given: ['group'], seed: 4 })).toBe(
      "npx litmus estimate 'my trial.csv' --x dose --y 'o'\\''clock' --given group --seed 4",
    );
    expect(commandFor('a.csv', { ...asked(), x: ['dose', 'dose, twice'] })).toBe(
      "npx litmus estimate a.csv --x 'dose,dose, twice' --y response",
    );
    expect(
      commandFor('a.csv', { ...asked(), lag: 3, estimator: 'ross', permutations: 0, surrogates: 'blocks' }),
    ).toBe(
      'npx litmus estimate a.csv --x dose --y response --lag 3 --estimator ross --permutations 0 --surrogates blocks',
    );
  });
});
