import { expect, it } from 'vitest';
import { packField, unpackField } from '../../../../src/papers/information-koopman/dynamics/packed-field.js';

it('packs a field into text and back, within half a step', () => {
  const values = [0, -1, 0.5, 0.3333, -0.001];
  for (const [bits, step] of [
    [8, 1 / 127],
    [16, 1 / 32767],
  ] as const) {
    const packed = packField(values, bits);
    expect(packed.text).toHaveLength(4 * Math.ceil((values.length * bits) / 24));
    unpackField(packed, bits).forEach((value, i) =>
      expect(Math.abs(value - values[i])).toBeLessThanOrEqual(step / 2 + 1e-7),
    );
  }
  expect([...unpackField(packField([0, 0], 8), 8)]).toEqual([0, 0]);
  expect(() => packField([1, NaN], 8)).toThrow('value 1 is NaN');
});
