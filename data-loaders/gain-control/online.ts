import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { extremes } from '../../src/lib/gain-control/adaptation.js';
import { adaptedPopulation } from '../../src/lib/gain-control/adapted-population.js';
import { onlineGains } from '../../src/lib/gain-control/online-gains.js';
import { random } from '../../src/lib/statistics/random.js';
import { fullSetting, populationOf, quickSetting, type Setting } from './setting.js';

export type OnlineParameters = Setting & {
  readonly probability: number;
  readonly seeds: number;
  readonly rate: number;
  readonly steps: number;
  /** The stimuli before which the ensemble becomes biased, and unbiased again. */
  readonly biasedAfter: number;
  readonly unbiasedAfter: number;
  /** Stimuli between two rows. */
  readonly every: number;
};

const quick: OnlineParameters = {
  ...quickSetting,
  probability: 0.35,
  seeds: 4,
  rate: 0.005,
  steps: 5000,
  biasedAfter: 1500,
  unbiasedAfter: 3500,
  every: 10,
};

/** At most so many parts; a part takes every tenth seed. */
const mostParts = 10;

export const definition: Definition<OnlineParameters> = {
  title: 'Gains that follow their stimuli',
  description:
    'Gains that take a step downhill on the objective of each stimulus, while the ensemble becomes biased and unbiased again.',
  tables: {
    online: {
      description: 'The gains of a sequence of stimuli, every so often',
      columns: {
        seed: { type: 'int32', description: 'number of the sequence' },
        step: { type: 'int32', description: 'stimuli shown so far' },
        biased: { type: 'boolean', description: 'whether the ensemble is biased' },
        distance: {
          type: 'float64',
          description: 'largest distance of a gain from the closed form for the ensemble shown',
        },
        g_adapter: { type: 'float64', description: 'gain of the neuron at the adapter' },
        g_ortho: { type: 'float64', description: 'gain of the neuron orthogonal to it' },
        best_adapter: { type: 'float64', description: 'closed form, neuron at the adapter' },
        best_ortho: { type: 'float64', description: 'closed form, neuron orthogonal to it' },
      },
    },
  },
  profiles: { quick, full: { ...quick, ...fullSetting, seeds: 20, every: 20 } },
  seed: 1,
  compute: 'plain',
  parts: ({ seeds }) =>
    Array.from({ length: Math.min(seeds, mostParts) }, (_, i) => ({ id: `sequences-${i}` })),
};

export async function* run({
  params,
  part,
  seed: base,
  signal,
}: Context<OnlineParameters>): AsyncGenerator<RunEvent, void, void> {
  const { probability, steps, seeds } = params;
  const first = Number(part.id.slice('sequences-'.length));
  const population = populationOf(params);
  const found = adaptedPopulation({ ...params, population, gains: 'input', probability, weights: params });
  const { network, control, adapted, g0, g1, effects } = found;
  const { at, far } = extremes(effects);
  const [adapter, ortho] = [effects.indexOf(at), effects.indexOf(far)];
  const biased = (step: number) => step > params.biasedAfter && step <= params.unbiasedAfter;
  const context = (step: number) => (biased(step) ? adapted : control);
  const sequences = Math.ceil((seeds - first) / mostParts);
  for (let seed = first; seed < seeds; seed += mostParts) {
    const rows: Row[] = [];
    for (const { step, gains } of onlineGains(
      network,
      g0,
      { ...params, context },
      random(base, 'online', seed),
    )) {
      if (step % params.every !== 0) continue;
      const best = biased(step) ? g1 : g0;
      rows.push({
        seed,
        step,
        biased: biased(step),
        distance: gains.reduce((most, gain, i) => Math.max(most, Math.abs(gain - best[i])), 0),
        g_adapter: gains[adapter],
        g_ortho: gains[ortho],
        best_adapter: best[adapter],
        best_ortho: best[ortho],
      });
      if (step % (50 * params.every) === 0) {
        signal.throwIfAborted();
        yield { progress: ((seed - first) / mostParts + step / steps) / sequences };
      }
    }
    yield { table: 'online', rows };
  }
}
