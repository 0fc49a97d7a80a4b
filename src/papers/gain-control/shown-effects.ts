import { mean } from 'd3-array';
import { type Adaptation, extremes, flankRepulsion, summarise } from './adaptation.js';
import type { EffectsOfNetwork } from './tables.js';

/** What adaptation does to a network, in a row. */
export function shownEffects({
  effects,
  statistics,
}: Pick<Adaptation, 'effects' | 'statistics'>): EffectsOfNetwork {
  const { at, far } = extremes(effects);
  const [frozen, adaptive] = [statistics.frozen, statistics.adaptive].map(summarise);
  return {
    repulsion: mean(flankRepulsion(effects))!,
    max_ratio_adapter: at.max_ratio,
    max_ratio_ortho: far.max_ratio,
    min_change_adapter: at.min_change,
    correlation_frozen: frozen.correlation,
    correlation_adaptive: adaptive.correlation,
    variation_frozen: frozen.variation,
    variation_adaptive: adaptive.variation,
    shared_frozen: frozen.shared_norm,
    shared_adaptive: adaptive.shared_norm,
    g0: at.g0,
    g_adapter: at.g1,
    g_ortho: far.g1,
    least_gain: Math.min(...effects.map(({ g1 }) => g1)),
  };
}
