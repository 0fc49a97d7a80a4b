import { describe, expect, it } from 'vitest';
import { advise } from '../../../src/lib/estimation/advice.js';
import {
  benchPlace,
  benchRecord,
  benchRecords,
  type BenchRow,
  benchRowsOf,
} from '../../../src/lib/estimation/bench.js';
import { type Cell, together, variableOf } from '../../../src/lib/estimation/variable.js';
import { benchInWords } from '../../../src/lib/estimation/words.js';
import { random } from '../../../src/lib/statistics/random.js';
import { recordedRows } from '../../components/figure-summary.js';

const { normal, integer } = random(1, 'bench');
const n = 120;
const column = (name: string, cell: () => Cell) => variableOf(name, Array.from({ length: n }, cell));
const [a, b, c] = ['a', 'b', 'c'].map((name) => column(name, normal));
const [three, two] = [3, 2].map((m) => column(`of ${m}`, () => `label ${integer(m)}`));
const rounded = column('rounded', () => Math.round(20 * normal()));
const one = column('one', () => 'same');

describe('the kind of a question', () => {
  it.each([
    ['numbers', { x: together([a, b]), y: c }, 2, 1],
    ['labels', { x: three, y: two }, 1, 6],
    ['labels', { x: three, y: one }, 1, 3],
    ['label-numbers', { x: three, y: together([a, b]) }, 2, 3],
    ['mixtures', { x: rounded, y: a }, 1, 1],
    ['mixtures', { x: rounded, y: two }, 1, 1],
    ['given-numbers', { x: a, y: b, z: c }, 1, 1],
    ['given-numbers', { x: a, y: b, z: together([c, a]) }, 2, 1],
    ['given-labels', { x: three, y: two, z: three }, 1, 18],
    ['given-mixed', { x: three, y: a, z: b }, 1, 3],
    ['given-mixed', { x: rounded, y: a, z: two }, 1, 2],
  ] as const)('is %s', (question, sides, dimension, combinations) => {
    expect(benchPlace(sides)).toEqual({ question, n, dimension, combinations });
  });
});

describe('the record', () => {
  const row = (dimension: number, size: number, truth: number, bias: number | null): BenchRow => ({
    ...{ question: 'numbers', combinations: 1, estimator: 'ksg-1' },
    ...{ dimension, n: size, true_mi: truth, bias, sd: 0.1 * dimension },
  });
  const rows = [
    row(1, 100, 0.5, 0.1),
    row(1, 100, 0.5, -0.2),
    row(1, 500, 0.5, 0.3),
    row(1, 100, 2, 0.4),
    row(5, 100, 0.5, -1),
    row(5, 500, 0.5, null),
  ];
  const numbers = { question: 'numbers', n: 150, dimension: 1, combinations: 1 };

  it('is read where it is nearest: in dimension, then size, then information', () => {
    expect(benchRecord(rows, 'ksg-1', numbers, 0.4)).toEqual({
      ...{ question: 'numbers', n: 100, dimension: 1, combinations: 1, truth: 0.5 },
      ...{ bias: [-0.2, 0.1], sd: 0.1, far: [] },
    });
    expect(benchRecord(rows, 'ksg-1', { ...numbers, n: 400, dimension: 4 }, 3)).toMatchObject({
      bias: [-1, -1],
      far: ['rows', 'dimension', 'information'],
    });
  });

  it('is of the same estimator and kind of question alone', () => {
    expect(benchRecord(rows, 'other', numbers, 3)).toBeUndefined();
    expect(benchRecord(rows, 'ksg-1', { ...numbers, question: 'mixtures' }, 3)).toBeUndefined();
  });

  it('is read at the nearest number of combinations before rows, and says when that is far', () => {
    const labels = (combinations: number, size: number): BenchRow => ({
      ...row(1, size, 0, 0.01 * combinations),
      ...{ question: 'labels', estimator: 'plug-in', combinations },
    });
    const of = [labels(4, 100), labels(25, 500), labels(400, 100)];
    const place = { question: 'labels', n: 100, dimension: 1, combinations: 40 };
    expect(benchRecord(of, 'plug-in', place, 0)).toMatchObject({ combinations: 25, n: 500, far: ['rows'] });
    expect(benchRecord(of, 'plug-in', { ...place, combinations: 1000 }, 0)).toMatchObject({
      combinations: 400,
      far: ['labels'],
    });
  });

  it('in words names its size, and in what the table is far from there', () => {
    const record = benchRecord(rows, 'ksg-1', { ...numbers, n: 400, dimension: 4 }, 3)!;
    expect(benchInWords(record)).toBe(
      'bias −1.000, spread up to 0.500 (n = 100, 5 + 5 dimensions, nearest truth 0.5 nats; far from your table in rows, dimension and information)',
    );
    const words = (question: string) =>
      benchInWords({ ...record, question, far: [], bias: [-0.01, 0.01], dimension: 2, combinations: 6 });
    expect(words('labels')).toBe(
      'bias −0.010 to 0.010, spread up to 0.500 (n = 100, 6 combinations of labels, nearest truth 0.5 nats)',
    );
    expect(words('label-numbers')).toContain('6 labels, 2 dimensions, nearest truth');
    expect(words('given-numbers')).toContain('n = 100, given 2 dimensions, nearest truth');
    expect(words('given-mixed')).toContain('6 combinations of labels, given 2 dimensions, nearest truth');
  });
});

describe('as recorded', async () => {
  const rows = benchRowsOf(
    await recordedRows('estimators', 'accuracy'),
    (
      await Promise.all(['questions', 'critics'].map((name) => recordedRows<BenchRow>('estimators', name)))
    ).flat(),
  );

  it.each([
    ['labels', { x: three, y: two }],
    ['a label and numbers', { x: three, y: a }],
    ['numbers', { x: a, y: b }],
    ['numbers that repeat', { x: rounded, y: a }],
    ['numbers given one', { x: a, y: b, z: c }],
    ['labels given one', { x: three, y: two, z: three }],
    ['a mixture given one', { x: three, y: a, z: b }],
  ])('knows every estimator that is shown for %s', (_, sides) => {
    const { method, beside } = advise(sides.x, sides.y, 'z' in sides ? sides.z : undefined);
    const critics = benchPlace(sides).question === 'numbers' ? ['infonce', 'mine'] : [];
    const shown = [method, ...beside, ...critics];
    const answers = shown.map((id) => ({ method: id, label: id, nats: 0.1, refusal: null }));
    expect([...benchRecords(rows, answers, benchPlace(sides)).keys()]).toEqual([...new Set(shown)]);
  });
});
