import * as Plot from '@observablehq/plot';
import { max } from 'd3-array';
import { decimals, percent } from '../../lib/text/number.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { untilRun } from '../marks.js';
import { panels } from '../panels.js';
import { liveEdges, liveLayers } from './live-layers.js';
import { type OtherReading, planesOf, type TrainingRun } from './live-piece.js';
import { liveEpochs, type Reading } from './live-snapshot.js';
import { epochLegend, planePanel } from './plane-panel.js';
import { activations } from './series.js';

export interface LiveFigureSettings {
  readonly bins: number;
  /** Of which the activations are shown. */
  readonly layer: number;
  /** The run by the bins that are chosen now, where it was read by others. */
  readonly reading?: OtherReading;
}

/** A run as far as it has come: its plane, beside the activations of one layer and the bins that they are put in. */
export function liveFigure(
  run: TrainingRun | null,
  { bins, layer, reading }: LiveFigureSettings,
  width: number,
): Drawing {
  const epochs = liveEpochs(run?.settings.epochs ?? 60);
  const points = run ? planesOf(run, bins, reading) : [];
  const title = run ? activations.label(run.settings.activation) : '';
  const plot = panels(width, {
    legend: epochLegend(epochs, width),
    draw(panel) {
      const size = { width: panel, height: Math.max(280, panel * 0.8) };
      return [
        planePanel(points.flat(), { title, epochs, most: 12, place: { first: true, foot: true }, ...size }),
        Plot.plot({
          ...figureStyle,
          ...size,
          marginLeft: 56,
          x: {
            label: `Activation in layer ${layer} →`,
            nice: true,
            ...(run ? {} : { domain: [0, 1], ticks: [] }),
          },
          // Zeros of units that are off are many, and would flatten all else.
          y: { type: 'sqrt', label: '↑ Patterns and units (root scale)', nice: true, grid: true },
          marks: histogram(run, { bins, layer }),
        }),
      ];
    },
  });
  const rows = points.flat().map((point) => ({ ...point }));
  return { plot, rows, title: run ? told(run, points) : undefined };
}

/** The activations of a layer at the end of the run so far, with the edges of its bins. */
function histogram(
  run: TrainingRun | null,
  { bins, layer }: Pick<LiveFigureSettings, 'bins' | 'layer'>,
): Plot.Markish[] {
  const last = run?.snapshots.at(-1);
  if (!run || !last) return [Plot.frame({ stroke: 'var(--rule)' }), untilRun()];
  const { activation } = run.settings;
  return [
    Plot.rectY(liveLayers(last, activation)[layer - 1], {
      ...Plot.binX({ y: 'count' }, { x: Number, thresholds: 50 }),
      fill: 'var(--series-1)',
    }),
    Plot.ruleX(liveEdges(last, activation, layer, bins), { stroke: 'var(--series-2)', strokeWidth: 1 }),
  ];
}

/** What the last snapshot says, in a sentence. */
function told({ settings, snapshots, state }: TrainingRun, points: Reading['planes']): string {
  const name = activations.label(settings.activation);
  const last = snapshots.at(-1);
  if (!last) return `${name}: ${state === 'running' ? 'starting' : 'nothing was trained'}.`;
  const course = points.map((layers) => layers[4].i_xt);
  const final = course[course.length - 1];
  const drop = max(course)! - final;
  return `${name}, epoch ${last.step}: layer 5 says ${decimals(final, 2)} bits about the input, ${decimals(drop, 2)} fewer than at its highest; right on ${percent(last.train, 1)} of the training patterns, ${percent(last.test, 1)} of the others.`;
}
