import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of pseudo-random numbers. */
export interface Random {
  /** Uniform on [0, 1), a multiple of 2⁻⁵³. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Uniform on {0, …, n − 1}. @throws {RangeError} unless n is an integer from 1 to 2³². */
  integer(n: number): number;
  /** A uniform permutation of 0 … n − 1. */
  shuffle(n: number): Uint32Array;
}

/**
 * The stream of a seed and a name: the same numbers for the same arguments in every run and thread, and
 * statistically independent ones for different arguments, so that
 * `random(seed, 'weights', member)` and `random(seed, 'batches')` never disturb each other. The name's
 * numbers and strings are told apart: `random(1, 2)` is not `random(1, '2')`.
 *
 * Generator: xoroshiro128+ (D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators",
 * ACM TOMS 47, 2021), its 128-bit state a hash of the arguments.
 *
 * @throws {RangeError} if the seed or a number of the name is not finite.
 */
export function random(seed: number, ...stream: readonly (number | string)[]): Random {
  const name = [seed, ...stream];
  if (name.some((part) => typeof part === 'number' && !Number.isFinite(part)))
    throw new RangeError(`random(${name.join(', ')}): seed and stream numbers must be finite`);

  const generator = xoroshiro128plusFromState(hash128(JSON.stringify(name)));
  const uniform = () => uniformFloat64(generator);
  // The generator's lowest bits are its weakest: scaling a uniform uses the higher ones, a remainder would not.
  const below = (n: number) => Math.floor(uniform() * n);
  let spare: number | undefined;

  return {
    uniform,
    normal() {
      if (spare !== undefined) {
        const value = spare;
        spare = undefined;
        return value;
      }
      // Marsaglia's polar method: two normals from a uniform point of the unit disc.
      let x: number, y: number, r: number;
      do {
        x = 2 * uniform() - 1;
        y = 2 * uniform() - 1;
        r = x * x + y * y;
      } while (r >= 1 || r === 0);
      const scale = Math.sqrt((-2 * Math.log(r)) / r);
      spare = scale * y;
      return scale * x;
    },
    integer(n) {
      if (!Number.isInteger(n) || n < 1 || n > 2 ** 32)
        throw new RangeError(`integer(${n}): the range must be an integer from 1 to 2^32`);
      return below(n);
    },
    shuffle(n) {
      const order = Uint32Array.from({ length: n }, (_, i) => i);
      for (let i = n - 1; i > 0; i--) {
        const j = below(i + 1);
        const moved = order[i];
        order[i] = order[j];
        order[j] = moved;
      }
      return order;
    },
  };
}

/** Four 32-bit words that depend, every bit on every character, on the whole text. */
function hash128(text: string): number[] {
  const words = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344]; // the first digits of π
  const absorb = (value: number) => {
    let carry = value;
    for (let lane = 0; lane < 4; lane++) words[lane] = carry = mix(words[lane] ^ carry) + lane;
  };
  for (let i = 0; i < text.length; i++) absorb(text.charCodeAt(i));
  absorb(text.length); // twice, so that the last character too reaches every lane's every bit
  absorb(text.length);
  return words.map((word) => word | 0);
}

/** The 32-bit finaliser of MurmurHash3 (A. Appleby): a bijection in which each input bit flips half the output. */
function mix(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
