import * as Plot from '@observablehq/plot';
import { percent } from '../../lib/text/number.js';
import { type HoldoutMode, holdoutModes } from '../../papers/adaptive-data-analysis/holdout-trial.js';
import { overfittedAccuracy } from '../../papers/adaptive-data-analysis/selection-bias.js';
import { figureStyle } from '../figure-style.js';
import { dots as openDots, lines } from '../marks.js';
import { isNarrow } from '../panels.js';
import type { AccuracyPoint } from './accuracies.js';
import { modeLabels, sets } from './series.js';

export interface ReusableHoldoutSettings {
  /** Marks a number of variables. */
  readonly k?: number;
  /** Draws a dot at each k that was looked at. */
  readonly dots: boolean;
  /** Variables beyond which the standard holdout has no more to add, about 0.05 d. */
  readonly selected: number;
}

interface Panel {
  readonly mode: HoldoutMode;
  readonly signal: boolean;
}

const signalLabels = { false: 'no signal', true: '20 with signal' };

/** Accuracies against the number of variables, a panel for each mode, with and without signal, that has points. */
export function reusableHoldout(
  points: readonly AccuracyPoint[],
  { k, dots, selected }: ReusableHoldoutSettings,
  width: number,
): SVGElement | HTMLElement {
  const panels = [false, true]
    .flatMap((signal) => holdoutModes.map((mode): Panel => ({ mode, signal })))
    .filter((panel) => points.some(({ mode, signal }) => mode === panel.mode && signal === panel.signal));
  const columns = isNarrow(width) || panels.length === 1 ? 1 : 2;
  const numberOf = ({ mode, signal }: Panel) =>
    panels.findIndex((panel) => panel.mode === mode && panel.signal === signal);
  const facet = {
    fx: (panel: Panel) => numberOf(panel) % columns,
    fy: (panel: Panel) => Math.floor(numberOf(panel) / columns),
  };
  const place = { ...facet, x: 'k', y: 'accuracy', by: 'set', series: sets } as const;
  const rows = Math.ceil(panels.length / columns);
  const truths = panels.filter(({ signal }) => !signal);
  const expected = truths.filter(({ mode }) => mode === 'standard');
  const values = points.flatMap(({ accuracy, deviation }) => [accuracy - deviation, accuracy + deviation]);
  return Plot.plot({
    ...figureStyle,
    marginTop: 46,
    width,
    height: 76 + rows * (panels.length === 1 ? 300 : 230),
    grid: true,
    fx: { axis: null, padding: columns === 1 ? 0 : 0.1 },
    fy: { axis: null, padding: rows === 1 ? 0 : 0.17 },
    x: {
      type: 'sqrt',
      label: `Variables k${isNarrow(width) ? '' : ' that the classifier uses'} (square-root scale) →`,
      ticks: ticksUpTo(Math.max(...points.map((point) => point.k))),
    },
    y: {
      label: '↑ Accuracy (share of labels)',
      domain: [Math.min(0.48, ...values), Math.max(0.66, ...values)],
      nice: true,
      ticks: 6,
    },
    ...sets.scales(),
    marks: [
      Plot.frame({ stroke: 'var(--rule)' }),
      Plot.text(panels, {
        ...facet,
        text: ({ mode, signal }: Panel) => `${modeLabels[mode]}, ${signalLabels[`${signal}`]}`,
        frameAnchor: 'top-left',
        dy: -14,
        fontWeight: 'bold',
      }),
      Plot.ruleY(truths, { ...facet, y: 0.5, stroke: 'var(--ink-soft)' }),
      Plot.ruleY(expected, {
        ...facet,
        y: overfittedAccuracy,
        stroke: 'var(--ink-soft)',
        strokeDasharray: '2 4',
      }),
      k === undefined ? null : Plot.ruleX(panels, { ...facet, x: k, stroke: 'var(--rule-strong)' }),
      Plot.areaY(points, {
        ...facet,
        x: 'k',
        y1: ({ accuracy, deviation }: AccuracyPoint) => accuracy - deviation,
        y2: ({ accuracy, deviation }: AccuracyPoint) => accuracy + deviation,
        z: 'set',
        fill: 'set',
        fillOpacity: 0.16,
      }),
      lines(points, { ...place, strokeWidth: ({ set }: AccuracyPoint) => (set === 'holdout' ? 2.4 : 1.8) }),
      openDots(points, {
        ...place,
        r: dots ? 3 : 0,
        strokeOpacity: dots ? 1 : 0,
        tip: { format: { fx: false, fy: false, y: '.3f', strokeOpacity: false } },
      }),
      Plot.text(expected, {
        ...facet,
        x: selected,
        y: overfittedAccuracy,
        text: () => `computed: ${percent(overfittedAccuracy, 1)}`,
        textAnchor: 'start',
        lineAnchor: 'top',
        dx: 6,
        dy: 7,
        fill: 'var(--ink-soft)',
      }),
    ],
  });
}

/** Few enough for a narrow panel, and none where the square root crowds them. */
function ticksUpTo(most: number): number[] {
  const spaced = [0, 0.02, 0.1, 0.3, 0.6, 1].map((share) => share * most);
  return [...new Set(spaced.map((k) => Number(k.toPrecision(2))))];
}
