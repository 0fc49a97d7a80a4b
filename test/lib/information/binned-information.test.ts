import { describe, expect, it } from 'vitest';
import {
  equalCountInformation,
  equalWidthInformation,
} from '../../../src/lib/information/binned-information.js';

describe('binned information', () => {
  const x = Float64Array.of(0, 1, 2, 90, 91, 300);
  const pair = { x, dimensionX: 1, y: x, dimensionY: 1 };

  it('is the entropy of the bins where y is x', () => {
    // Bins of equal width hold 5 points and 1, bins of equal counts 3 and 3.
    const h = -(5 / 6) * Math.log(5 / 6) - (1 / 6) * Math.log(1 / 6);
    expect(equalWidthInformation(pair, 2)).toBeCloseTo(h, 12);
    expect(equalCountInformation(pair, 2)).toBeCloseTo(Math.LN2, 12);
  });
});
