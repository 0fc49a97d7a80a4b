import type { RowOf } from '../../src/lib/experiment/column.js';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { random } from '../../src/lib/statistics/random.js';
import { extremes } from '../../src/papers/gain-control/adaptation.js';
import { adaptedPopulation } from '../../src/papers/gain-control/adapted-population.js';
import { onlineGains } from '../../src/papers/gain-control/online-gains.js';
import { populationOf } from '../../src/papers/gain-control/setting.js';
import type { definition } from './online.js';

type OnlineRow = RowOf<typeof definition.tables.online.columns>;

export async function* run({
  params,
  part,
  seed: base,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { probability, steps, every } = params;
  const { seeds } = part.of;
  const population = populationOf(params);
  const found = adaptedPopulation({ ...params, population, gains: 'input', probability, weights: params });
  const { network, control, adapted, g0, g1, effects } = found;
  const { at, far } = extremes(effects);
  const [adapter, ortho] = [effects.indexOf(at), effects.indexOf(far)];
  const biased = (step: number) => step > params.biasedAfter && step <= params.unbiasedAfter;
  const context = (step: number) => (biased(step) ? adapted : control);
  for (const [index, seed] of seeds.entries()) {
    const rows: OnlineRow[] = [];
    const followed = onlineGains(network, g0, { ...params, context }, random(base, 'online', seed));
    for (const { step, gains } of followed) {
      if (step % every !== 0) continue;
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
      if (step % (50 * every) === 0) {
        signal.throwIfAborted();
        yield { progress: (index + step / steps) / seeds.length };
      }
    }
    yield { table: 'online', rows };
  }
}
