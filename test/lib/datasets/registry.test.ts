import { describe, expect, test } from 'vitest';
import { datasetsNamed, registered } from '../../../src/lib/datasets/registered.js';
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

describe('datasetsNamed', () => {
  test('a data set, a collection of some, a collection of all', () => {
    const names = (name: string) => datasetsNamed(name).map((dataset) => dataset.name);
    expect(names('bike-sharing')).toEqual(['bike-sharing']);
    expect(names('mnist-test')).toEqual(['mnist-test-images', 'mnist-test-labels']);
    expect(names('mnist')).toHaveLength(4);
    expect(names('mnist-')).toEqual([]);
  });
});

test('names, files and checksums are unique and well formed', () => {
  for (const field of ['name', 'file', 'sha256'] as const)
    expect(new Set(registered.map((dataset) => dataset[field])).size).toBe(registered.length);
  for (const { name, file, sha256, source } of registered) {
    expect(name).toMatch(/^[a-z0-9-]+$/);
    expect(file).toMatch(/^[a-z0-9-]+\.csv$|^mnist\/[a-z0-9-]+$/);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(new URL(source.url).protocol).toBe('https:');
  }
});
