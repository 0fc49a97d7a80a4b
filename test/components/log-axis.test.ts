import { describe, expect, it } from 'vitest';
import { logAxis } from '../../src/components/log-axis.js';

describe('a logarithmic axis', () => {
  it('has its ticks at powers of ten', () => {
    expect(logAxis([1, 3000]).ticks).toEqual([1, 10, 100, 1000]);
    expect(logAxis([20, 1e-3, 0.5]).ticks).toEqual([0.001, 0.01, 0.1, 1, 10]);
  });

  it('has more of them where there are few powers', () => {
    expect(logAxis([3, 120]).ticks).toEqual([3, 10, 30, 100]);
    expect(logAxis([10, 22]).ticks).toEqual([10, 12, 14, 16, 18, 20, 22]);
  });

  it('leaves out what has no place on it', () => {
    expect(logAxis([0, -1, NaN, 1, 100]).ticks).toEqual([1, 10, 100]);
    expect(logAxis([]).ticks).toEqual([]);
  });
});
