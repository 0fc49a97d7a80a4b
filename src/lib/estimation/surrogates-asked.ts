import type { SurrogateKind } from '../statistics/surrogates.js';

/** The surrogates that a question takes that was asked so; nothing where what the rows look like decides. */
export function surrogatesAsked(
  surrogates: SurrogateKind | undefined,
  lag: number | undefined,
): SurrogateKind | undefined {
  // A shift of the source leaves the target with its past, and the source with its own.
  return surrogates ?? (lag === undefined ? undefined : 'circular-shift');
}
