/** What an {@link orientationPopulation} is made of; concentrations are of von Mises bumps over 180°. */
export interface PopulationSettings {
  readonly neurons: number;
  /** κ_f of the feedforward tuning, and its baseline b. */
  readonly tuning: number;
  readonly baseline: number;
  /** Weights w_E and w_I of recurrent excitation and inhibition, and their concentrations κ_E and κ_I. */
  readonly excitation: number;
  readonly inhibition: number;
  readonly excitationWidth: number;
  readonly inhibitionWidth: number;
}

/** Neurons on a ring of orientations: fixed feedforward tuning and fixed recurrent weights. */
export interface OrientationPopulation {
  /** Preferred orientations of the feedforward input, `[n]`, degrees. */
  readonly preferences: Float64Array;
  /** W `[n, n]`, row-major and symmetric: the input of neuron i from neuron j. */
  readonly recurrence: Float64Array;
  /** f(s) `[n]`, the feedforward input at an orientation in degrees. */
  drive(orientation: number): Float64Array;
}

/** A bump over orientations with its top, 1, at difference 0: exp(κ (cos 2d − 1)), d in degrees. */
export function vonMises(difference: number, concentration: number): number {
  return Math.exp(concentration * (Math.cos((difference * Math.PI) / 90) - 1));
}

/** Difference of two orientations in degrees, in [−90, 90). */
export function orientationDifference(a: number, b: number): number {
  return ((((a - b + 90) % 180) + 180) % 180) - 90;
}

/**
 * N neurons whose preferences lie evenly over 180°:
 * f_i(s) = b + (1 − b) vm(θ_i − s, κ_f), W = w_E K_E − w_I K_I with K the row-normalised von Mises matrices. Evenly
 * spaced preferences make W circulant and symmetric.
 */
export function orientationPopulation(settings: PopulationSettings): OrientationPopulation {
  const { neurons: n, tuning, baseline } = settings;
  const preferences = Float64Array.from({ length: n }, (_, i) => (180 * i) / n);
  const profile = (concentration: number) => {
    const row = preferences.map((difference) => vonMises(difference, concentration));
    const sum = row.reduce((total, value) => total + value, 0);
    return row.map((value) => value / sum);
  };
  const excitation = profile(settings.excitationWidth);
  const inhibition = profile(settings.inhibitionWidth);
  const recurrence = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      // The shorter way round, so that W is symmetric to the last bit.
      const apart = Math.min(Math.abs(i - j), n - Math.abs(i - j));
      recurrence[i * n + j] =
        settings.excitation * excitation[apart] - settings.inhibition * inhibition[apart];
    }
  return {
    preferences,
    recurrence,
    drive: (orientation) =>
      preferences.map((theta) => baseline + (1 - baseline) * vonMises(theta - orientation, tuning)),
  };
}
