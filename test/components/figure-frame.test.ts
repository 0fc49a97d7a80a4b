import { describe, expect, it } from 'vitest';
import { describeProvenance, provenanceLine } from '../../src/components/figure-frame.js';
import type { Provenance } from '../../src/lib/experiment/provenance.js';
import { emptyPage } from './page.js';

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

  it('names the commit of the code, and says where it was changed', () => {
    const commit = '1a2b3c4d5e6f';
    expect(describeProvenance({ ...provenance, commit })).toMatch(/computation, code of commit 1a2b3c4\.$/);
    expect(describeProvenance({ ...provenance, commit: `${commit}+` })).toMatch(
      /commit 1a2b3c4 with uncommitted changes\.$/,
    );
  });

  it('names no backend where no tensor was computed', () => {
    expect(describeProvenance({ ...provenance, backend: 'none', profile: 'full' })).toMatch(
      /^Largest run here, of 2 January 2026 on two cores, seed 7/,
    );
  });
});

describe('the line under a figure', () => {
  emptyPage();

  const line = (more: Partial<Provenance>) =>
    provenanceLine({ ...provenance, ...more }, 'plane.parquet').textContent;

  it('warns first of all where the result is of older code, and says why', () => {
    expect(line({ stale: 'boom' })).toMatch(/^This is the result of older code: .*\(boom\)\. Quick run/);
    expect(line({})).not.toContain('older code');
  });

  it('says when and because of what a result was carried over to newer code', () => {
    const carried = {
      from: 'k',
      because: 'the rows are the same',
      commit: null,
      date: '2026-02-03T00:00:00Z',
    };
    expect(line({ carried })).toContain(
      'Carried over to newer code on 3 February 2026: the rows are the same.',
    );
  });

  it('says what made a table that no experiment made', () => {
    const text = provenanceLine(undefined, 'errors.parquet', 'Computed by a notebook.').textContent;
    expect(text).toBe('Computed by a notebook. Download the data (Parquet).');
  });
});
