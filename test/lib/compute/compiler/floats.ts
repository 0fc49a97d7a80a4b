import { random } from '../../../../src/lib/statistics/random.js';

const bits = new Int32Array(1);
const float = new Float32Array(bits.buffer);

export const specialFloats: readonly number[] = [
  ...[0, 1, 2, 2 ** -149, 2 ** -126, 2 ** -24, 88.72284, 3.4028234663852886e38, Infinity].flatMap((x) => [
    x,
    -x,
  ]),
  NaN,
];

/**
 * Floats of both signs, in ascending order and without repetitions: of every exponent one at random in each of `strata`
 * equal parts, and ten times as many between 2⁻¹² and 2⁸; the special ones but for NaN besides.
 */
export function floatsOfAllSizes(strata: number): Float32Array {
  const stream = random(1, 'floats');
  const values = specialFloats.filter((x) => !Number.isNaN(x) && x >= 0);
  for (let exponent = 0; exponent < 255; exponent++) {
    const count = exponent >= 127 - 12 && exponent < 127 + 8 ? 10 * strata : strata;
    for (let i = 0; i < count; i++) {
      bits[0] = (exponent << 23) | Math.floor(((i + stream.uniform()) / count) * 2 ** 23);
      values.push(float[0]);
    }
  }
  const sorted = Float32Array.from(new Set(values.flatMap((x) => (x === 0 ? [x] : [x, -x]))));
  return sorted.sort();
}

/** The distance of a number, below 2¹²⁸ in magnitude, to the next greater float: a unit in the last place. */
export function unitInLastPlace(x: number): number {
  const exponent = Math.max(Math.floor(Math.log2(Math.abs(x))), -126);
  // The logarithm may round to the next integer.
  return 2 ** ((2 ** exponent > Math.abs(x) && exponent > -126 ? exponent - 1 : exponent) - 23);
}
