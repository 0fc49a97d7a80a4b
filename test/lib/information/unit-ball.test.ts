import { expect, it } from 'vitest';
import { logUnitBall } from '../../../src/lib/information/unit-ball.js';

it('unit balls have the volumes of the textbook', () => {
  for (const [d, volume] of [
    [1, 2],
    [2, 3.1415926536],
    [4, 4.9348022005],
    [8, 4.0587121264],
  ]) {
    expect(Math.exp(logUnitBall(d, 'euclidean'))).toBeCloseTo(volume, 9);
    expect(Math.exp(logUnitBall(d, 'maximum'))).toBeCloseTo(2 ** d, 10);
  }
});
