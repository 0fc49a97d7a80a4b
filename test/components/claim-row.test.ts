import { describe, expect, it } from 'vitest';
import { formatMeasurement, groupClaims, measurementInWords } from '../../src/components/claim-row.js';
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

describe('measurementInWords', () => {
  it('says value, unit and interval, as far as there are any', () => {
    expect(measurementInWords({ measured: 0.47, low: 0.4, high: 0.54, unit: 'share of networks' })).toBe(
      '0.47 share of networks (95\u00a0%: 0.4 to 0.54)',
    );
    expect(measurementInWords({ measured: 6, low: 6, high: 6, unit: 'violations' })).toBe('6 violations');
    expect(measurementInWords({ measured: 6, low: null, high: null, unit: null })).toBe('6');
    expect(measurementInWords({ measured: null, low: null, high: null, unit: 'nats' })).toBe('no value');
  });
});
