import { describe, expect, it } from 'vitest';
import { logAxis, logTicks } from '../../src/components/log-axis.js';

describe('ticks of a logarithmic axis', () => {
  it('are powers of ten, and more where they are few', () => {
    expect(logTicks([0.001, 20, 1000])).toEqual([0.001, 0.01, 0.1, 1, 10, 100, 1000]);
    expect(logTicks([25, 1600])).toEqual([30, 100, 300, 1000]);
    expect(logTicks([0.02, 0.2])).toEqual([0.02, 0.05, 0.1, 0.2]);
  });

  it('are round numbers on a short stretch', () => {
    expect(logTicks([10, 22])).toEqual([10, 12, 14, 16, 18, 20, 22]);
    expect(logTicks([5, 5])).toEqual([5]);
  });

  it('are no more than there is room for', () => {
    expect(logTicks([0.001, 1000], 4)).toEqual([0.001, 0.1, 10, 1000]);
  });

  it('leave out what has no place on it', () => {
    expect(logAxis([0, -1, NaN, 1, 5000])).toEqual({ type: 'log', ticks: [1, 10, 100, 1000] });
    expect(logAxis([]).ticks).toEqual([]);
  });
});
