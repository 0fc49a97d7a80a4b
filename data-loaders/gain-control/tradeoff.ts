import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { extremes } from '../../src/lib/gain-control/adaptation.js';
import { adaptedPopulation } from '../../src/lib/gain-control/adapted-population.js';
import { efficiency } from '../../src/lib/gain-control/efficiency.js';
import { fullSetting, populationOf, quickSetting, type Setting } from './setting.js';

export type TradeoffParameters = Setting & {
  readonly probability: number;
  /** Prices of activity. */
  readonly alphas: readonly number[];
};

const quick: TradeoffParameters = {
  ...quickSetting,
  excitation: 0.6,
  gamma: 0.1,
  probability: 0.35,
  alphas: [0, 0.03, 0.1, 0.2, 0.3, 0.5, 1, 2, 3, 5, 10],
};

/** 0, then from 0.01 to 10 in equal ratios. Written out, since engines round powers differently in the last digit. */
const dense = [
  0, 0.01, 0.012589254117941675, 0.015848931924611134, 0.0199526231496888, 0.025118864315095794,
  0.03162277660168379, 0.039810717055349734, 0.05011872336272723, 0.06309573444801933, 0.07943282347242814,
  0.1, 0.12589254117941676, 0.15848931924611132, 0.19952623149688797, 0.25118864315095796,
  0.31622776601683794, 0.3981071705534973, 0.5011872336272722, 0.6309573444801932, 0.7943282347242813, 1,
  1.2589254117941675, 1.5848931924611143, 1.9952623149688788, 2.5118864315095797, 3.1622776601683795,
  3.981071705534973, 5.011872336272725, 6.30957344480193, 7.943282347242813, 10,
];

export const definition: Definition<TradeoffParameters> = {
  title: 'What fidelity costs',
  description:
    'Error of the representation against activity of the best gains, as the price of activity rises, under the biased ensemble; recurrent excitation 0.6, homeostasis 0.1.',
  tables: {
    tradeoff: {
      description: 'One row a price of activity',
      columns: {
        alpha: { type: 'float64', description: 'price of activity α' },
        recon: { type: 'float64', description: 'mean squared error of the representation' },
        activity: { type: 'float64', description: 'mean squared activity' },
        loss: { type: 'float64', description: 'objective' },
        loss_control_gains: {
          type: 'float64',
          description: 'objective at the gains that are best for the unbiased ensemble',
        },
        loss_at_one: { type: 'float64', description: 'objective at gain 1' },
        g_adapter: { type: 'float64', description: 'gain of the neuron at the adapter' },
        g_ortho: { type: 'float64', description: 'gain of the neuron orthogonal to it' },
      },
    },
  },
  profiles: {
    quick,
    full: { ...quick, neurons: fullSetting.neurons, stimuli: fullSetting.stimuli, alphas: dense },
  },
  seed: 1,
  compute: 'plain',
  parts: () => [{ id: 'all' }],
};

/** Deterministic: the seed is not used. */
export async function* run({
  params,
  signal,
}: Context<TradeoffParameters>): AsyncGenerator<RunEvent, void, void> {
  const population = populationOf(params);
  for (const [index, alpha] of params.alphas.entries()) {
    signal.throwIfAborted();
    const weights = { alpha, gamma: params.gamma };
    const found = adaptedPopulation({ ...params, population, gains: 'input', weights });
    const at = (gains: Float64Array) => efficiency(found.network, found.adapted, gains, weights);
    const best = at(found.g1);
    const { at: adapter, far } = extremes(found.effects);
    const row = {
      alpha,
      recon: best.reconstruction,
      activity: best.activity,
      loss: best.loss,
      loss_control_gains: at(found.g0).loss,
      loss_at_one: at(new Float64Array(params.neurons).fill(1)).loss,
      g_adapter: adapter.g1,
      g_ortho: far.g1,
    };
    yield { table: 'tradeoff', rows: [row] };
    yield { progress: (index + 1) / params.alphas.length };
  }
}
