import type { ColumnTable } from 'arquero';
import { describe, expect, test, type TestContext } from 'vitest';
import { parseDataset } from '../../../src/lib/datasets/parse-dataset.js';
import { datasets, findDataset } from '../../../src/lib/datasets/registry.js';
import { type RegressionTask, regressionTask } from '../../../src/papers/cs-ib/regression-task.js';
import { localDataset } from '../../local-dataset.js';

const tables = new Map<string, ColumnTable>();

function realTable(name: string, context: TestContext): ColumnTable {
  const table = tables.get(name) ?? parseDataset(findDataset(name), localDataset(name, context));
  tables.set(name, table);
  return table;
}

/** Values of one input in the given rows. */
function input({ features, x }: RegressionTask, name: string, rows: Iterable<number>): number[] {
  const column = features.indexOf(name);
  if (column < 0) throw new Error(`no input ${name} among ${features.join(', ')}`);
  return Array.from(rows, (row) => x[row * features.length + column]);
}

const mean = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0) / values.length;
const deviation = (values: number[]) => {
  const centre = mean(values);
  return Math.sqrt(values.reduce((a, b) => a + (b - centre) ** 2, 0) / (values.length - 1));
};
const sameBytes = (a: ArrayBufferView, b: ArrayBufferView) =>
  Buffer.from(a.buffer).equals(Buffer.from(b.buffer));
const everyRow = ({ y }: RegressionTask) => y.keys();
const isIndicator = (name: string) => name.includes(' = ') || ['yr', 'holiday', 'workingday'].includes(name);

describe.each(datasets.map(({ name }) => name))('%s', (name) => {
  test('each row is in exactly one split', (context) => {
    const { train, validation, test: held, y } = regressionTask(name, realTable(name, context), { seed: 1 });
    const rows = [...train, ...validation, ...held].sort((a, b) => a - b);
    expect(rows).toEqual(Array.from(y.keys()));
    expect(train.length / y.length).toBeCloseTo(0.64, 3);
    expect(held.length / y.length).toBeCloseTo(0.2, 3);
  });

  test('every value is finite, every indicator 0 or 1', (context) => {
    const task = regressionTask(name, realTable(name, context), { seed: 1 });
    expect(task.x.length).toBe(task.y.length * task.features.length);
    expect(task.x.every(Number.isFinite)).toBe(true);
    expect(task.y.every(Number.isFinite)).toBe(true);
    for (const feature of task.features.filter(isIndicator))
      expect(new Set(input(task, feature, everyRow(task)))).toEqual(new Set([0, 1]));
  });

  test('inputs have mean 0 and deviation 1 over the rows that they are standardised on', (context) => {
    const task = regressionTask(name, realTable(name, context), { seed: 1 });
    const rows = name === 'california-housing' ? Array.from(everyRow(task)) : task.train;
    for (const feature of task.features.filter((feature) => !isIndicator(feature))) {
      const values = input(task, feature, rows);
      expect(mean(values)).toBeCloseTo(0, 5);
      expect(deviation(values)).toBeCloseTo(1, 5);
    }
  });

  test('the seed decides the split; the same seed gives the same task', (context) => {
    const table = realTable(name, context);
    const task = regressionTask(name, table, { seed: 1 });
    const again = regressionTask(name, table, { seed: 1 });
    const other = regressionTask(name, table, { seed: 2 });
    for (const part of ['x', 'y', 'train', 'validation', 'test'] as const)
      expect(sameBytes(again[part], task[part])).toBe(true);
    expect(sameBytes(other.test, task.test)).toBe(false);
  });

  test('clipping bounds the inputs and changes no other', (context) => {
    const table = realTable(name, context);
    const free = regressionTask(name, table, { seed: 1 });
    const clipped = regressionTask(name, table, { seed: 1, clip: 5 });
    expect(free.x.some((value) => Math.abs(value) > 5)).toBe(true);
    expect(
      sameBytes(
        clipped.x,
        free.x.map((value) => Math.max(-5, Math.min(5, value))),
      ),
    ).toBe(true);
  });
});

describe.each(['bike-sharing', 'appliances-energy', 'beijing-pm25'])('%s', (name) => {
  test('what stands in the test rows does not reach the training inputs', (context) => {
    const table = realTable(name, context);
    const task = regressionTask(name, table, { seed: 1 });
    const raw = findDataset(name).regression.prepare(table).inputs;
    for (const { name: feature, values } of raw.filter(({ indicator }) => !indicator)) {
      const seen = Array.from(task.train, (row) => values[row]);
      const [centre, scale] = [mean(seen), deviation(seen)];
      const held = input(task, feature, task.test);
      task.test.forEach((row, i) => {
        if (Math.abs(held[i] - (values[row] - centre) / scale) > 1e-4)
          throw new Error(`${feature}, row ${row}: not scaled by the training rows alone`);
      });
    }
  });
});

test('California Housing: the released code’s rows, inputs and split', (context) => {
  const task = regressionTask('california-housing', realTable('california-housing', context), { seed: 1 });
  expect(task.y.length).toBe(19_648);
  expect([task.train.length, task.validation.length, task.test.length]).toEqual([12_574, 3_144, 3_930]);
  // First and last row: Python 3.11.7, statistics.fmean and statistics.stdev.
  const oracle: Record<string, [number, number]> = {
    MedInc: [2.9598770670123917, -0.8199470892197207],
    HouseAge: [1.0098275233077312, -0.9895246554985178],
    AveRooms: [0.7074538099360643, -0.04665349191318892],
    AveBedrms: [-0.16103959843783622, 0.14518369215540125],
    Population: [-0.9784046444435747, -0.047521776132317096],
    AveOccup: [-0.05085012495274619, -0.04507660748930317],
    Latitude: [1.0363063593206938, 1.7293081935287762],
    Longitude: [-1.329980614315535, -0.8364020692943246],
  };
  expect(task.features).toEqual(Object.keys(oracle));
  for (const [feature, [first, last]] of Object.entries(oracle)) {
    const values = input(task, feature, [0, 19_647]);
    expect(values[0]).toBeCloseTo(first, 5);
    expect(values[1]).toBeCloseTo(last, 5);
  }
  expect(task.y[0]).toBeCloseTo(1.5098385472113456, 6);
  expect(mean(task.y)).toBeCloseTo(0.5195777510715733, 6);
});

// Means of the targets: Python 3.11.7, math.log1p, math.log and statistics.fmean.
test('Bike Sharing: 58 inputs, one season, month, hour, weekday and weather a row', (context) => {
  const task = regressionTask('bike-sharing', realTable('bike-sharing', context), { seed: 1 });
  expect(task.features.length).toBe(4 + 12 + 24 + 7 + 4 + 7);
  expect(mean(task.y)).toBeCloseTo(4.574738675088301, 5);
  for (const variable of ['season', 'mnth', 'hr', 'weekday', 'weathersit']) {
    const columns = task.features.filter((feature) => feature.startsWith(`${variable} = `));
    const hot = columns.map((feature) => input(task, feature, everyRow(task)));
    for (const row of task.y.keys()) expect(hot.reduce((sum, column) => sum + column[row], 0)).toBe(1);
  }
});

test('Appliances Energy: 25 inputs, none of them the two random columns', (context) => {
  const task = regressionTask('appliances-energy', realTable('appliances-energy', context), { seed: 1 });
  expect(task.features.length).toBe(25);
  expect(task.features).not.toContain('rv1');
  expect(mean(task.y)).toBeCloseTo(4.3037073750233015, 5);
});

test('Beijing PM2.5: 41,757 rows with a reading, one wind direction each', (context) => {
  const task = regressionTask('beijing-pm25', realTable('beijing-pm25', context), { seed: 1 });
  expect(task.y.length).toBe(41_757);
  expect(task.features.length).toBe(4 + 2 + 2 + 3 + 3);
  expect(mean(task.y)).toBeCloseTo(4.162702806027875, 5);
  const total = (direction: string) =>
    input(task, `cbwd = ${direction}`, everyRow(task)).reduce((a, b) => a + b, 0);
  // Counted by Python 3.11.7, collections.Counter.
  expect(['SE', 'NW', 'cv', 'NE'].map(total)).toEqual([14_573, 13_484, 8_944, 4_756]);
});
