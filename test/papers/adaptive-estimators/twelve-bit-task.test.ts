import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { bits } from '../../../src/lib/information/bits.js';
import { countsOf } from '../../../src/lib/information/labels.js';
import { pluginEntropy } from '../../../src/lib/information/plug-in.js';
import { twelveBitTask } from '../../../src/papers/adaptive-estimators/twelve-bit-task.js';

const { inputs, labels } = twelveBitTask();

it('the patterns count upwards, highest bit first', () => {
  for (const i of [0, 1, 5, 2048, 4095]) {
    const pattern = [...inputs.subarray(12 * i, 12 * (i + 1))];
    expect(pattern.join('')).toBe(i.toString(2).padStart(12, '0'));
  }
});

it('the labels are the released ones: SHA-256 of the packed bits', () => {
  const packed = Uint8Array.from({ length: 512 }, (_, byte) =>
    [...labels.codes.subarray(8 * byte, 8 * byte + 8)].reduce((value, bit) => 2 * value + bit, 0),
  );
  expect(createHash('sha256').update(packed).digest('hex')).toBe(
    '371b2b46a5052b4f69f7991ca141fb5afa1ac364ef7beb81ec900eecac2f86d9',
  );
});

it('2118 labels are one, by the number of set bits', () => {
  expect([...countsOf(labels)]).toEqual([4096 - 2118, 2118]);
  expect(bits(pluginEntropy(labels))).toBeCloseTo(0.9991571208, 9);
  const [patterns, ones] = [new Float64Array(13), new Float64Array(13)];
  labels.codes.forEach((label, i) => {
    const set = inputs.subarray(12 * i, 12 * (i + 1)).reduce((a, b) => a + b);
    patterns[set]++;
    ones[set] += label;
  });
  expect([...ones]).toEqual([0, 0, 0, 0, 0, 60, 532, 732, ...patterns.subarray(8)]);
});
