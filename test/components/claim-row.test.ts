import { describe, expect, it } from 'vitest';
import { formatMeasurement, formatNumber, groupClaims } from '../../src/components/claim-row.js';
import { claimRow } from './claim-row.js';

describe('groupClaims', () => {
  it('puts the deciding run first and keeps the order of the claims', () => {
    const quick = claimRow({ id: 'b', profile: 'quick', decisive: false });
    const full = claimRow({ id: 'b', profile: 'full' });
    const groups = groupClaims([claimRow({ id: 'c' }), quick, full, claimRow({ id: 'a' })]);
    expect(groups.map(({ decisive }) => decisive.id)).toEqual(['c', 'b', 'a']);
    expect(groups[1]).toEqual({ decisive: full, others: [quick] });
  });

  it('keeps claims of the same name in two papers apart', () => {
    expect(groupClaims([claimRow({ paper: 'mist' }), claimRow({ paper: 'cs-ib' })])).toHaveLength(2);
  });
});

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [2849, '2,849'],
    [0.036219, '0.0362'],
    [-1.41083, '\u22121.41'],
    [1234.56, '1,230'],
    [4.44e-16, '4.44 × 10⁻¹⁶'],
    [-2.5e12 - 0.5, '\u22122.50 × 10¹²'],
  ])('writes %d as %s', (value, text) => expect(formatNumber(value)).toBe(text));
});

describe('formatMeasurement', () => {
  it('shows the interval where there is one', () => {
    expect(formatMeasurement({ measured: -0.26, low: -0.31, high: 0.02 })).toBe(
      '\u22120.26 [\u22120.31, 0.02]',
    );
    expect(formatMeasurement({ measured: 6, low: 6, high: 6 })).toBe('6');
    expect(formatMeasurement({ measured: 6, low: null, high: null })).toBe('6');
  });

  it('says so where nothing was measured', () => {
    expect(formatMeasurement({ measured: null, low: null, high: null })).toBe('no value');
  });
});
