import { decimals, percent } from '../../lib/text/number.js';
import { noiseShareSelected } from '../../papers/adaptive-data-analysis/selection-bias.js';
import type { Drawing } from '../figure.js';
import { liveHoldout, type LiveHoldoutSettings, liveMost, liveSize } from './live-holdout.js';
import { reusableHoldout } from './reusable-holdout.js';

export interface LiveHoldoutFigureSettings extends Omit<LiveHoldoutSettings, 'mode'> {
  /** Whether Thresholdout answers, or the standard holdout. */
  readonly thresholdout: boolean;
  /** The number of variables that is told of in words. */
  readonly k: number;
}

/** One run of the experiment, with what it says at k variables. */
export function liveHoldoutFigure(
  { thresholdout, k, ...settings }: LiveHoldoutFigureSettings,
  width: number,
): Drawing {
  const { points, outcome } = liveHoldout({ ...settings, mode: thresholdout ? 'thresholdout' : 'standard' });
  const { train, holdout, fresh } = outcome.accuracies[k];
  const found = settings.signal ? `, ${outcome.selectedShifted} of the 20 with signal among them` : '';
  const threshold = decimals(settings.threshold / Math.sqrt(liveSize), 3);
  const told = thresholdout
    ? `Of the answers to ${liveSize} correlations and ${liveMost} accuracies, ${outcome.spent} came from the holdout. T is ${threshold} here: with so few points much is within the tolerance.`
    : 'Threshold, tolerance and noise are Thresholdout’s; the standard holdout ignores them.';
  return {
    plot: reusableHoldout(points, { k, dots: false, selected: noiseShareSelected * liveSize }, width),
    rows: points.map((point) => ({ ...point })),
    title: `With ${k} variables: reported ${percent(holdout, 1)}, fresh ${percent(fresh, 1)}, training ${percent(train, 1)}.`,
    caption: `${outcome.selected} variables were selected${found}. ${told}`,
  };
}
