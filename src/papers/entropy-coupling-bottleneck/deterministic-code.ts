import { entropyBits } from './entropy-bits.js';

/** By how much the entropy of a code may exceed the rate that bounds it, bits: room for rounding. */
export const rateTolerance = 1e-9;

/** A map from symbols to code words. As X determines T = g(X), I(X; T) = H(T). */
export interface DeterministicCode {
  /** The code word of each symbol, `[n]`, numbered in the order in which they first come. */
  readonly block: Int32Array;
  /** Probabilities of the code words. */
  readonly masses: Float64Array;
  /** H(T), bits. */
  readonly entropy: number;
}

/** The code that puts symbols with equal labels into one block. @param p `[n]`; @param labels `[n]`, any numbers. */
export function codeOf(p: ArrayLike<number>, labels: ArrayLike<number>): DeterministicCode {
  const numbers = new Map<number, number>();
  const masses: number[] = [];
  const block = new Int32Array(p.length);
  for (let x = 0; x < p.length; x++) {
    let number = numbers.get(labels[x]);
    if (number === undefined) {
      numbers.set(labels[x], (number = numbers.size));
      masses.push(0);
    }
    block[x] = number;
    masses[number] += p[x];
  }
  return { block, masses: Float64Array.from(masses), entropy: entropyBits(masses) };
}

/** How many symbols each code word stands for. */
export function blockSizes({ block, masses }: DeterministicCode): Int32Array {
  const sizes = new Int32Array(masses.length);
  for (const word of block) sizes[word]++;
  return sizes;
}

/** Refuses what is no rate of a code. @throws {RangeError} unless it is a number of bits. */
export function checkRate(rate: number): void {
  if (!(rate >= 0 && rate < Infinity)) throw new RangeError(`a rate of ${rate} bits`);
}
