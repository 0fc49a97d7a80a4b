import { decimals, percent } from '../../lib/text/number.js';
import { element } from '../element.js';
import type { Drawing } from '../figure.js';
import { covarianceFigure } from './covariance-figure.js';
import { effectsFigure } from './effects-figure.js';
import { type LiveAdaptation, liveAdaptation, type LiveAdaptationSettings } from './live-adaptation.js';
import { tuningFigure } from './tuning-figure.js';

export interface LiveFigureSettings extends LiveAdaptationSettings {
  readonly view: 'tuning' | 'effects' | 'covariance';
}

/** The chosen view of the reader's network, or why it has no answer. */
export function liveFigure({ view, ...settings }: LiveFigureSettings, width: number): Drawing {
  const found = liveAdaptation(settings);
  if (typeof found === 'string')
    return { plot: element('div'), title: 'There is no answer for this network.', caption: `${found}.` };
  const { repulsion, states } = found;
  const { frozen, adaptive } = states;
  const title = `Flanking neurons are ${repulsion < -0.005 ? 'attracted' : 'repelled'} by ${decimals(Math.abs(repulsion), 2)}° on average; mean responses vary by ${percent(adaptive.variation)} for ${percent(frozen.variation)} without adaptation; correlation ${decimals(adaptive.correlation, 4)} for ${decimals(frozen.correlation, 4)}.`;
  const rows = found[view].map((row) => ({ ...row }));
  return { plot: viewOf(view, found, settings, width), rows, title };
}

function viewOf(
  view: LiveFigureSettings['view'],
  { tuning, effects, covariance }: LiveAdaptation,
  { adapter, gains }: LiveAdaptationSettings,
  width: number,
): Node {
  // The neuron that stands out prefers 15° less than the adapter.
  if (view === 'tuning') return tuningFigure(tuning, { theta: (adapter + 165) % 180, adapter }, width);
  if (view === 'effects')
    return effectsFigure(effects, { networks: [gains === 'loop' ? 'loop' : 'mixed'] }, width);
  return covarianceFigure(covariance, { quantity: 'cov' }, width);
}
