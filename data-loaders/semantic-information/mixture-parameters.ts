export type MixtureParameters = {
  /** Inner steps of CM-EM that are compared; 0 is EM. */
  readonly inner: readonly number[];
  /** Mixing ratios of the narrow component. */
  readonly ratios: readonly number[];
  /** Random starts a ratio, and how many of them are traced. */
  readonly starts: number;
  readonly traced: number;
  /** Random starts of example A. */
  readonly localStarts: number;
  /** Finite samples instead of exact distributions. */
  readonly samples: { readonly sizes: readonly number[]; readonly ratios: readonly number[]; readonly seeds: number };
  /** The map of ratio and distance. */
  readonly map: { readonly ratios: readonly number[]; readonly distances: readonly number[]; readonly starts: number };
}; // prettier-ignore

export const quick: MixtureParameters = {
  inner: [0, 2, 3, 5, 20],
  ratios: [0.5, 0.3, 0.1, 0.05],
  starts: 60,
  traced: 12,
  localStarts: 100,
  samples: { sizes: [50, 200, 1000, 5000], ratios: [0.5, 0.1], seeds: 5 },
  map: { ratios: [0.05, 0.1, 0.2, 0.3, 0.5], distances: [10, 20, 30, 40, 50], starts: 5 },
};

export const full: MixtureParameters = {
  ...quick,
  starts: 2000,
  localStarts: 2000,
  samples: { sizes: [50, 100, 200, 500, 1000, 2000, 5000], ratios: [0.5, 0.3, 0.1, 0.05], seeds: 20 },
  map: {
    ratios: Array.from({ length: 20 }, (_, i) => (i + 1) / 40),
    distances: Array.from({ length: 25 }, (_, i) => 10 + 2 * i),
    starts: 20,
  },
};
