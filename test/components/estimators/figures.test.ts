import { describe, expect, it } from 'vitest';
import { accuracyTable } from '../../../src/components/estimators/accuracy-table.js';
import { biasMap } from '../../../src/components/estimators/bias-map.js';
import { estimatesFigure } from '../../../src/components/estimators/estimates-figure.js';
import { questionStrips } from '../../../src/components/estimators/question-strips.js';
import { questionTable } from '../../../src/components/estimators/question-table.js';
import { trustTable } from '../../../src/components/estimators/trust.js';
import { winnerTable } from '../../../src/components/estimators/winners.js';
import { estimators } from '../../../src/papers/estimators/estimators.js';
import type { AccuracyRow, QuestionRow } from '../../../src/papers/estimators/tables.js';
import { estimateOf, sampleOf } from '../../../src/papers/estimators/trial.js';
import { recordedRows, summary } from '../figure-summary.js';
import { emptyPage } from '../page.js';

emptyPage();

/** The lines of a table, as they are read. */
const lines = (table: HTMLElement, count: number) =>
  Array.from(table.querySelectorAll('tr'), ({ children }) =>
    Array.from(children, ({ textContent }) => textContent).join(' | '),
  ).slice(0, count);

describe('from the recorded rows', async () => {
  const accuracy = await recordedRows<AccuracyRow>('estimators', 'accuracy');

  it('bias', () => {
    const settings = { distribution: 'normals', information: 2, unit: 'nats' } as const;
    for (const [unit, width] of [
      ['nats', 1000],
      ['bits', 360],
    ] as const) {
      const { plot, title } = biasMap(accuracy, { ...settings, unit }, width);
      expect(`${title}\n${summary(plot)}`).toMatchSnapshot();
    }
  });

  it('tables', () => {
    expect(lines(winnerTable(accuracy, { n: 500, unit: 'nats' }), 3)).toMatchSnapshot();
    expect(lines(trustTable(accuracy), 3)).toMatchSnapshot();
    expect(lines(accuracyTable(accuracy, 'images', 'bits'), 3)).toMatchSnapshot();
  });
});

describe('questions of every kind, as recorded', async () => {
  const rows = await recordedRows<QuestionRow>('estimators', 'questions');
  const critics = await recordedRows<QuestionRow>('estimators', 'critics');

  it('two variables, wide in nats and narrow in bits', () => {
    const kinds = ['labels', 'label-numbers', 'mixtures', 'numbers'] as const;
    for (const [unit, width] of [
      ['nats', 1000],
      ['bits', 360],
    ] as const) {
      const { plot, title, alternative } = questionStrips(
        [...rows, ...critics],
        kinds,
        { n: 200, unit },
        width,
      );
      expect(`${title}\n${alternative as string}\n${summary(plot)}`).toMatchSnapshot();
    }
  });

  it('given a third one', () => {
    const kinds = ['given-numbers', 'given-labels', 'given-mixed', 'total'] as const;
    const { plot, title } = questionStrips(rows, kinds, { n: 500, unit: 'nats' }, 700);
    expect(`${title}\n${summary(plot)}`).toMatchSnapshot();
  });

  it('leaves out estimators that were not tried with so many samples', () => {
    const { plot } = questionStrips([...rows, ...critics], ['numbers'], { n: 100, unit: 'nats' }, 700);
    expect(summary(plot)).toContain('Mesner–Shalizi');
    expect(summary(plot)).not.toContain('InfoNCE');
  });

  it('a table of a kind of question', () => {
    expect(lines(questionTable(rows, 'label-numbers', 'bits'), 3)).toMatchSnapshot();
  });
});

it('estimates, those beyond the axis as numbers at its edge', () => {
  const settings = {
    ...{ distribution: 'normals', dimension: 8, n: 60, information: 0.5, shape: 0 },
    ...{ repetitions: 3, seed: 1 },
  };
  const pairs = [0, 1, 2].map((repetition) => sampleOf(settings, settings.seed, repetition));
  const estimates = Object.fromEntries(
    estimators.map((estimator) => [estimator.id, pairs.map((pair) => estimateOf(estimator, pair))]),
  );
  const bench = { settings, snapshot: { step: 27, steps: 27, estimates } };
  for (const [unit, width] of [
    ['nats', 640],
    ['bits', 360],
  ] as const) {
    const { plot, title } = estimatesFigure({ bench, unit }, width);
    expect(`${title}\n${summary(plot)}`).toMatchSnapshot();
  }
  const { title } = estimatesFigure({ bench: { settings, snapshot: undefined }, unit: 'nats' }, 640);
  expect(title).toBe('Correlated normals, dimension 8, 60 samples.');
});
