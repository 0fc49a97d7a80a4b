import { type Adaptation, adaptation } from './adaptation.js';
import type { EfficiencyWeights } from './efficiency.js';
import { type GainNetwork, gainsInLoop, gainsOnInput } from './gain-network.js';
import { closedFormGains, descendedGains, networkForms } from './optimal-gains.js';
import {
  type OrientationPopulation,
  orientationPopulation,
  type PopulationSettings,
} from './orientation-population.js';
import {
  type DriveEnsemble,
  driveEnsemble,
  orientationEnsemble,
  uniformEnsemble,
} from './stimulus-ensemble.js';

/** A population, where its gains sit, and what it is shown. */
export interface AdaptedPopulationSettings {
  readonly population: PopulationSettings;
  /** On the input, where the best gains have a closed form, or inside the loop, where they are descended to. */
  readonly gains: 'input' | 'loop';
  readonly stimuli: number;
  /** Degrees; one of the stimuli. */
  readonly adapter: number;
  /** Of the adapter. */
  readonly probability: number;
  readonly weights: EfficiencyWeights;
}

/** A population with its best gains for both ensembles, and what the change of gains does. */
export interface AdaptedPopulation extends Adaptation {
  readonly network: GainNetwork;
  readonly population: OrientationPopulation;
  readonly control: DriveEnsemble;
  readonly adapted: DriveEnsemble;
  readonly g0: Float64Array;
  readonly g1: Float64Array;
}

/**
 * The whole computation: best gains for the uniform and for the biased ensemble, then their comparison.
 *
 * @throws {RangeError} where the network has no stable state, or the adapter is not among the stimuli.
 */
export function adaptedPopulation(settings: AdaptedPopulationSettings): AdaptedPopulation {
  const { gains, stimuli, adapter, probability, weights } = settings;
  const population = orientationPopulation(settings.population);
  const network = (gains === 'input' ? gainsOnInput : gainsInLoop)(population.recurrence);
  const control = driveEnsemble(population, uniformEnsemble(stimuli));
  const adapted = driveEnsemble(population, orientationEnsemble(stimuli, adapter, probability));
  let best: (ensemble: DriveEnsemble) => Float64Array;
  if (gains === 'loop') best = (ensemble) => descendedGains(network, ensemble, weights);
  else {
    const forms = networkForms(network.decoder, sensitivityOf(network));
    best = (ensemble) => closedFormGains(forms, ensemble, weights);
  }
  const [g0, g1] = [best(control), best(adapted)];
  const compared = adaptation({ network, population, control, adapted, g0, g1, adapter });
  return { ...compared, network, population, control, adapted, g0, g1 };
}

/** B of a network whose responses are linear in the gains: the same whatever they are. */
export function sensitivityOf(network: GainNetwork): Float64Array {
  return network.at(new Float64Array(network.neurons).fill(1)).sensitivity;
}
