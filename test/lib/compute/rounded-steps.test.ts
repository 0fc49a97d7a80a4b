import { expect, it } from 'vitest';
import { fusedStep, plainStep } from './rounded-steps.js';

it('a fused step rounds once', () => {
  const square = (1 + 2 ** -12) ** 2; // 1 + 2^-11 + 2^-24, halfway between two floats
  expect(fusedStep(0, 1 + 2 ** -12, 1 + 2 ** -12)).toBe(square - 2 ** -24);
  expect(fusedStep(2 ** -60, 1 + 2 ** -12, 1 + 2 ** -12)).toBe(square + 2 ** -24);
  expect(fusedStep(-(2 ** -60), -1 - 2 ** -12, 1 + 2 ** -12)).toBe(-square - 2 ** -24);
  expect(fusedStep(-(1 + 2 ** -11), 1 + 2 ** -12, 1 + 2 ** -12)).toBe(2 ** -24);
  expect(plainStep(-(1 + 2 ** -11), 1 + 2 ** -12, 1 + 2 ** -12)).toBe(0);
  expect(fusedStep(-Infinity, 3e38, 3e38)).toBe(-Infinity);
});
