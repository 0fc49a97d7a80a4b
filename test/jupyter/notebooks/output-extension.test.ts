import { expect, it } from 'vitest';
import { outputExtension } from '../../../kernels/jupyter/notebooks/output-extension.js';

it.each([
  ['src/data/flights.csv.ipynb', undefined, '.csv'],
  ['flights.2024.parquet.ipynb', undefined, '.parquet'],
  ['flights.csv.ipynb', 'out/flights.json', '.json'],
  ['study.ipynb', 'study.svg', '.svg'],
])('takes the extension of %s, written to %s, to be %s', (notebook, output, extension) => {
  expect(outputExtension(notebook, output)).toBe(extension);
});

it.each([
  ['study.ipynb', undefined, 'name it like data.csv.ipynb, or give --output data.csv'],
  ['data.v2/study.ipynb', undefined, 'its name does not say what it makes'],
  ['flights.csv.ipynb', 'flights', 'does not say what it is to hold'],
  ['flights.csv.ipynb', 'flights.', 'does not say what it is to hold'],
])('refuses %s, written to %s', (notebook, output, message) => {
  expect(() => outputExtension(notebook, output)).toThrow(message);
});
