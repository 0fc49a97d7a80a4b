import * as Plot from '@observablehq/plot';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import type { LiveRun } from '../live-control.js';
import { liveEdges, liveLayers, livePlane } from './live-reading.js';
import type { LiveSettings, LiveSnapshot } from './live-snapshot.js';
import { liveEpochs } from './live-training.js';
import { activationNames } from './names.js';
import { epochLegend, planePanel } from './plane-panel.js';

export type TrainingRun = LiveRun<LiveSettings, LiveSnapshot>;

export interface LiveFigureOptions {
  readonly bins: number;
  /** Of which the activations are shown. */
  readonly layer: number;
  readonly width: number;
}

/** A run as far as it has come: its plane, beside the activations of one layer and the bins that they are put in. */
export function liveFigure(run: TrainingRun | null, { bins, layer, width }: LiveFigureOptions): HTMLElement {
  const panel = width < 560 ? width : (width - 16) / 2;
  const height = Math.max(280, panel * 0.8);
  const epochs = liveEpochs(run?.settings.epochs ?? 60);
  const last = run?.snapshots.at(-1);
  const activation = run?.settings.activation;
  const points = activation ? run.snapshots.flatMap((snapshot) => livePlane(snapshot, activation, bins)) : [];
  const title = activation ? activationNames[activation] : '';
  return element(
    'div',
    { class: 'panels' },
    element('div', { class: 'legend' }, epochLegend(epochs, width)),
    planePanel(points, { title, epochs, most: 12, width: panel, height }),
    Plot.plot({
      ...figureStyle,
      width: panel,
      height,
      marginLeft: 56,
      x: { label: `Activation in layer ${layer} →`, nice: true },
      // Zeros of units that are off are many, and would flatten all else.
      y: { type: 'sqrt', label: '↑ Patterns and units (root scale)', nice: true, grid: true },
      marks:
        last && activation
          ? [
              Plot.rectY(liveLayers(last, activation)[layer - 1], {
                ...Plot.binX({ y: 'count' }, { x: Number, thresholds: 50 }),
                fill: 'var(--series-1)',
              }),
              Plot.ruleX(liveEdges(last, activation, layer, bins), {
                stroke: 'var(--series-2)',
                strokeWidth: 1,
              }),
            ]
          : [Plot.frame({ stroke: 'var(--rule)' })],
    }),
  );
}

/** What the last snapshot says, in a sentence. */
export function liveTitle({ settings, snapshots, state }: TrainingRun, bins: number): string {
  const name = activationNames[settings.activation];
  const last = snapshots.at(-1);
  if (!last) return `${name}: ${state === 'running' ? 'starting' : 'nothing was trained'}.`;
  const course = snapshots.map((snapshot) => livePlane(snapshot, settings.activation, bins)[4].i_xt);
  const final = course[course.length - 1];
  const drop = Math.max(...course) - final;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return `${name}, epoch ${last.step}: layer 5 says ${final.toFixed(2)} bits about the input, ${drop.toFixed(2)} fewer than at its highest; right on ${percent(last.train)} of the training patterns, ${percent(last.test)} of the others.`;
}
