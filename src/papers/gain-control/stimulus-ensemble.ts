/** Orientations and how often each is shown. */
export interface StimulusEnsemble {
  /** `[m]`, degrees. */
  readonly orientations: Float64Array;
  /** `[m]`, with sum 1. */
  readonly probabilities: Float64Array;
}

/**
 * `count` orientations evenly over 180°, of which the adapter has its own probability and all others share the rest
 * equally: a bias like that of the adaptation experiment of A. Benucci et al., *Nature Neuroscience* 16, 2013.
 *
 * @param adapter degrees; one of the orientations.
 * @throws {RangeError} if the adapter is none of them, or the probability is not in [0, 1].
 */
export function orientationEnsemble(count: number, adapter: number, probability: number): StimulusEnsemble {
  const orientations = Float64Array.from({ length: count }, (_, i) => (180 * i) / count);
  if (!orientations.includes(adapter))
    throw new RangeError(`adapter ${adapter}°: none of the ${count} orientations shown`);
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`adapter probability ${probability}: must be from 0 to 1`);
  const probabilities = orientations.map((orientation) =>
    orientation === adapter ? probability : (1 - probability) / (count - 1),
  );
  return { orientations, probabilities };
}

/** The ensemble without a bias. */
export function uniformEnsemble(count: number): StimulusEnsemble {
  return orientationEnsemble(count, 0, 1 / count);
}

/** Feedforward inputs and how often each comes: what gains are fitted to. */
export interface DriveEnsemble {
  /** `m` vectors f(s), `[n]` each. */
  readonly drives: readonly Float64Array[];
  /** `[m]`, with sum 1. */
  readonly probabilities: Float64Array;
}

/** What a population receives when the ensemble is shown. */
export function driveEnsemble(
  { drive }: { drive(orientation: number): Float64Array },
  { orientations, probabilities }: StimulusEnsemble,
): DriveEnsemble {
  return { drives: Array.from(orientations, drive), probabilities };
}
