import type { CodePoint } from './channel.js';
import { codeOf, type DeterministicCode, rateTolerance } from './deterministic-code.js';
import { informationAt, type Move, moveDown, moveUp } from './near-deterministic-code.js';
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
 * Of all deterministic codes of at most `rate` bits, and all codes that their moves reach within it, one of most
 * information: a lower bound of the optimum, tight next to a deterministic code (Theorem 3).
 */
export function nearDeterministicPoint(codes: readonly Neighbourhood[], rate: number): CodePoint {
  let best: CodePoint = { rate: 0, information: 0 };
  const consider = (at: number, information: number | undefined) => {
    if (information !== undefined && information > best.information) best = { rate: at, information };
  };
  for (const { code, up, down } of codes) {
    if (code.entropy <= rate + rateTolerance) {
      consider(code.entropy, code.entropy);
      // The information grows along the move, so the highest rate that it allows is best.
      const most = up && Math.min(rate, up.at(up.largest).rate);
      if (up && most !== undefined) consider(most, informationAt(up, most));
    } else if (down) consider(rate, informationAt(down, rate));
  }
  return best;
}
