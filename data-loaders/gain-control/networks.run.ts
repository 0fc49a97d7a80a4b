import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { type Random, random } from '../../src/lib/statistics/random.js';
import { adaptedPopulation } from '../../src/papers/gain-control/adapted-population.js';
import { populationOf } from '../../src/papers/gain-control/setting.js';
import { shownEffects } from '../../src/papers/gain-control/shown-effects.js';
import type { definition, Drawn } from './networks.js';

export async function* run({
  params,
  part,
  seed,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { networks } = part.of;
  for (const [index, network] of networks.entries()) {
    signal.throwIfAborted();
    const drawn = draw(params.drawn, random(seed, 'network', network));
    const { excitationWidth, inhibitionWidth, ...others } = drawn;
    const adapted = adaptedPopulation({
      ...params,
      population: populationOf({ ...params, ...drawn }),
      gains: 'input',
      weights: drawn,
    });
    const row = {
      network,
      ...others,
      excitation_width: excitationWidth,
      inhibition_width: inhibitionWidth,
      ...shownEffects(adapted),
    };
    yield { table: 'networks', rows: [row] };
    yield { progress: (index + 1) / networks.length };
  }
}

/** A value of each constant, log-uniform within its range, in the order of the ranges. */
function draw(ranges: Drawn, { uniform }: Random): Readonly<Record<keyof Drawn, number>> {
  const one = ([least, largest]: Drawn[keyof Drawn]) => least * (largest / least) ** uniform();
  return {
    tuning: one(ranges.tuning),
    baseline: one(ranges.baseline),
    excitation: one(ranges.excitation),
    inhibition: one(ranges.inhibition),
    excitationWidth: one(ranges.excitationWidth),
    inhibitionWidth: one(ranges.inhibitionWidth),
    alpha: one(ranges.alpha),
    gamma: one(ranges.gamma),
  };
}
