import type { Random } from './random.js';

/**
 * How data without dependence are made of a sample: `shuffle`, where observations are exchangeable; `circular-shift`, of
 * a stationary series, which keeps all of its own dependence but at one seam; `blocks`, of a series whose dependence on
 * itself ends within a block.
 */
export const surrogateKinds = ['shuffle', 'circular-shift', 'blocks'] as const;

export type SurrogateKind = (typeof surrogateKinds)[number];

/** A shift by less than this share of the series, either way, is too near to none. */
const leastShift = 0.05;

/**
 * Orders of the observations in which they no longer belong to those of another variable.
 *
 * - `shuffle`: every order is as likely as any other.
 * - `circular-shift`: a shift by 5 % to 95 % of the series, each at most once: fewer orders than `count` where there are
 *   no more (D. Quian Quiroga et al., *Phys. Rev. E* 65, 2002, for synchronisation).
 * - `blocks`: the series, cut at a random place and then into blocks of ⌈√n⌉ steps, with the blocks in random order
 *   (after H. Künsch, "The jackknife and the bootstrap for general stationary observations", *Ann. Stat.* 17, 1989).
 *
 * @returns up to `count` orders, each `[n]`, one after the other.
 * @throws {RangeError} for fewer than 20 observations of a series, whose shifts and blocks are too few to say anything.
 */
export function* surrogateOrders(
  kind: SurrogateKind,
  n: number,
  count: number,
  random: Random,
): Generator<Uint32Array, void> {
  if (kind !== 'shuffle' && n < 20)
    throw new RangeError(`surrogates by ${kind} of ${n} steps: at least 20 are needed`);
  if (kind === 'circular-shift') {
    const least = Math.ceil(leastShift * n);
    const shifts = random.shuffle(n - 2 * least + 1).subarray(0, count);
    for (const shift of shifts) yield rotated(n, shift + least);
    return;
  }
  for (let at = 0; at < count; at++)
    yield kind === 'shuffle' ? random.shuffle(n) : blocksInRandomOrder(n, random);
}

function rotated(n: number, shift: number): Uint32Array {
  return Uint32Array.from({ length: n }, (_, i) => (i + shift) % n);
}

function blocksInRandomOrder(n: number, random: Random): Uint32Array {
  const length = Math.ceil(Math.sqrt(n));
  const start = random.integer(n);
  const blocks = random.shuffle(Math.ceil(n / length));
  const order = new Uint32Array(n);
  let filled = 0;
  for (const block of blocks)
    for (let i = block * length; i < Math.min(n, (block + 1) * length); i++)
      order[filled++] = (start + i) % n;
  return order;
}
