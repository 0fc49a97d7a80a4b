import { describe, expect, test } from 'vitest';
import { datasets, findDataset } from '../../../src/lib/datasets/registry.js';

describe('findDataset', () => {
  test('finds every data set by its name', () => {
    for (const dataset of datasets) expect(findDataset(dataset.name)).toBe(dataset);
  });

  test('names the nearest for a name that does not exist', () => {
    expect(() => findDataset('california-houses')).toThrow(
      /^there is no data set "california-houses"; did you mean "california-housing"\? \(the others: .*bike-sharing/,
    );
  });
});

test('names, files and checksums are unique and well formed', () => {
  for (const field of ['name', 'file', 'sha256'] as const)
    expect(new Set(datasets.map((dataset) => dataset[field])).size).toBe(datasets.length);
  for (const { name, file, sha256, source } of datasets) {
    expect(name).toMatch(/^[a-z0-9-]+$/);
    expect(file).toMatch(/^[a-z0-9-]+\.csv$/);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(new URL(source.url).protocol).toBe('https:');
  }
});
