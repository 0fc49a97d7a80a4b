import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { extremes } from '../../src/papers/gain-control/adaptation.js';
import { adaptedPopulation } from '../../src/papers/gain-control/adapted-population.js';
import { efficiency } from '../../src/papers/gain-control/efficiency.js';
import { populationOf } from '../../src/papers/gain-control/setting.js';
import type { definition } from './tradeoff.js';

/** Deterministic: the seed is not used. */
export async function* run({ params, signal }: RunContext<typeof definition>): RunEvents<typeof definition> {
  const population = populationOf(params);
  const ones = new Float64Array(params.neurons).fill(1);
  for (const [index, alpha] of params.alphas.entries()) {
    signal.throwIfAborted();
    const weights = { alpha, gamma: params.gamma };
    const found = adaptedPopulation({ ...params, population, gains: 'input', weights });
    const at = (gains: Float64Array) => efficiency(found.network, found.adapted, gains, weights);
    const best = at(found.g1);
    const atOne = at(ones);
    // Responses, and with them the root of their activity, are proportional to a gain that all have in common.
    const common = ones.map(() => Math.sqrt(best.activity / atOne.activity));
    const { at: adapter, far } = extremes(found.effects);
    const row = {
      alpha,
      recon: best.reconstruction,
      activity: best.activity,
      recon_common: at(common).reconstruction,
      loss: best.loss,
      loss_control_gains: at(found.g0).loss,
      loss_at_one: atOne.loss,
      g_adapter: adapter.g1,
      g_ortho: far.g1,
    };
    yield { table: 'tradeoff', rows: [row] };
    yield { progress: (index + 1) / params.alphas.length };
  }
}
