import type { PopulationSettings } from './orientation-population.js';

/** What all experiments share. Type aliases, since parameters are JSON. */
export type Setting = {
  readonly neurons: number;
  /** Orientations shown, evenly over 180°. */
  readonly stimuli: number;
  /** Degrees. */
  readonly adapter: number;
  readonly alpha: number;
  readonly gamma: number;
  readonly tuning: number;
  readonly baseline: number;
  readonly excitation: number;
  readonly inhibition: number;
  readonly excitationWidth: number;
  readonly inhibitionWidth: number;
};

export const quickSetting: Setting = {
  neurons: 36,
  stimuli: 12,
  adapter: 90,
  alpha: 1,
  gamma: 1,
  tuning: 2,
  baseline: 0.05,
  excitation: 0.8,
  inhibition: 0.4,
  excitationWidth: 2,
  inhibitionWidth: 0.25,
};

/** Five times the neurons, and an orientation shown at each one's preference. */
export const fullSetting: Setting = { ...quickSetting, neurons: 180, stimuli: 180 };

/** The population of a setting, with other weights where given. */
export function populationOf(
  setting: Setting,
  changed: Partial<PopulationSettings> = {},
): PopulationSettings {
  const { neurons, tuning, baseline, excitation, inhibition, excitationWidth, inhibitionWidth } = setting;
  const population = { neurons, tuning, baseline, excitation, inhibition, excitationWidth, inhibitionWidth };
  return { ...population, ...changed };
}
