import { adaptation } from '../../../src/papers/gain-control/adaptation.js';
import { gainsOnInput } from '../../../src/papers/gain-control/gain-network.js';
import { closedFormGains, networkForms } from '../../../src/papers/gain-control/optimal-gains.js';
import {
  orientationPopulation,
  type PopulationSettings,
} from '../../../src/papers/gain-control/orientation-population.js';
import {
  driveEnsemble,
  orientationEnsemble,
  type StimulusEnsemble,
} from '../../../src/papers/gain-control/stimulus-ensemble.js';

export const settings: PopulationSettings = {
  neurons: 36,
  tuning: 2,
  baseline: 0.05,
  excitation: 0.8,
  inhibition: 0.4,
  excitationWidth: 2,
  inhibitionWidth: 0.25,
};

/** The closed form for one ensemble. */
export function best(
  given: Partial<PopulationSettings>,
  ensemble: StimulusEnsemble,
  weights = { alpha: 1, gamma: 1 },
) {
  const population = orientationPopulation({ ...settings, ...given });
  const network = gainsOnInput(population.recurrence);
  const drives = driveEnsemble(population, ensemble);
  const { sensitivity } = network.at(new Float64Array(network.neurons).fill(1));
  const gains = closedFormGains(networkForms(network.decoder, sensitivity), drives, weights);
  return { population, network, drives, gains };
}

/** Control and adapted gains of the default network, compared. */
export function adapted(given: Partial<PopulationSettings>, probability: number) {
  const control = best(given, orientationEnsemble(12, 90, 1 / 12));
  const biased = best(given, orientationEnsemble(12, 90, probability));
  return adaptation({
    network: control.network,
    population: control.population,
    control: control.drives,
    adapted: biased.drives,
    g0: control.gains,
    g1: biased.gains,
    adapter: 90,
  });
}
