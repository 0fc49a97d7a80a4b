import { codeOf, type DeterministicCode, rateTolerance } from './deterministic-code.js';
import { informationAt, moveDown, moveUp, type Move } from './near-deterministic-code.js';
import { forEachSetPartition } from './set-partitions.js';

/** A deterministic code and the moves away from it. */
export interface Neighbourhood {
  readonly code: DeterministicCode;
  readonly up: Move | undefined;
  readonly down: Move | undefined;
}

/** Every deterministic code of X with its moves, `[Bell(n)]`: for a few symbols only. */
export function neighbourhoods(p: ArrayLike<number>): Neighbourhood[] {
  const found: Neighbourhood[] = [];
  forEachSetPartition(p.length, (block) => {
    const code = codeOf(p, block);
    found.push({ code, up: moveUp(p, code), down: moveDown(p, code) });
  });
  return found;
}

/**
 * The most information of a code of at most `rate` bits among all deterministic ones and all that their moves reach,
 * bits: a lower bound of the optimum, tight next to a deterministic code (Theorem 3).
 */
export function nearDeterministicInformation(codes: readonly Neighbourhood[], rate: number): number {
  let most = 0;
  for (const { code, up, down } of codes) {
    if (code.entropy <= rate + rateTolerance) {
      most = Math.max(most, code.entropy);
      // The information grows along the move, so the highest rate that it allows is best.
      if (up) most = Math.max(most, informationAt(up, Math.min(rate, up.at(up.largest).rate)) ?? 0);
    } else if (down) most = Math.max(most, informationAt(down, rate) ?? 0);
  }
  return most;
}
