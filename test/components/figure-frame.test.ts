import { describe, expect, it } from 'vitest';
import { describeProvenance } from '../../src/components/figure-frame.js';
import type { Provenance } from '../../src/lib/experiment/provenance.js';

const provenance: Provenance = {
  paper: 'cs-ib',
  experiment: 'sweep',
  table: 'plane',
  profile: 'quick',
  seed: 7,
  parameters: {},
  key: 'k',
  datasets: {},
  backend: 'wasm',
  device: 'two cores',
  versions: {},
  commit: null,
  duration: 31.2,
  date: '2026-01-02T23:59:00Z',
};

describe('describeProvenance', () => {
  it('says when, where and with which seed, by the date in UTC', () => {
    expect(describeProvenance(provenance)).toBe(
      'Quick run of 2 January 2026 on two cores (wasm), seed 7, 31 s of computation.',
    );
  });

  it('names no backend where no tensor was computed', () => {
    expect(describeProvenance({ ...provenance, backend: 'none', profile: 'full' })).toMatch(
      /^Full run of 2 January 2026 on two cores, seed 7/,
    );
  });
});
