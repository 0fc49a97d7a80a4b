import * as Plot from '@observablehq/plot';
import { mean, rollups, sort } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { decimals } from '../../lib/text/number.js';
import type { tables } from '../../papers/diffusion-spectral-entropy/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { dots, lines } from '../marks.js';
import { panelPlace, panels } from '../panels.js';
import type { Series } from '../series.js';
import { courses } from './courses.js';

type TrainingRow = RowsOf<typeof tables>['training'][number];

/** A network at one time of its training, which its table counts in epochs or in steps. */
type NetworkRow = Omit<TrainingRow, 'regime' | 'epoch'> & {
  readonly regime: string;
  readonly epoch?: number;
  readonly step?: number;
};

export interface TrainingSettings {
  readonly against: 'epoch' | 'step' | 'val_acc';
  readonly shown: ShownMeasure;
}

/** What is measured, each as the paper does and beside it what becomes of that once the layer is rescaled to a mean distance of 1. */
const measures = {
  entropy: [
    { measure: 'dse', label: 'DSE, as the paper measures (bits)' },
    { measure: 'dse_unit', label: 'DSE of the layer rescaled (bits)' },
  ],
  labels: [
    { measure: 'dsmi_y', label: 'DSMI, as the paper measures (bits)' },
    { measure: 'dsmi_y_unit', label: 'DSMI of the layer rescaled (bits)' },
  ],
  inputs: [
    { measure: 'dsmi_x', label: 'DSMI with clusters of inputs (bits)' },
    { measure: 'norm', label: 'Mean length of the layer’s vectors' },
  ],
} as const;

export type ShownMeasure = keyof typeof measures;

/** Texts and values of a control that chooses what is shown. */
export const measureOptions = {
  entropy: 'entropy',
  'information about labels': 'labels',
  'about inputs': 'inputs',
} as const satisfies Readonly<Record<string, ShownMeasure>>;

const axes = {
  epoch: { label: 'Epoch →' },
  // The first steps change most.
  step: { label: 'Step of training (square-root scale) →', type: 'sqrt', ticks: 6 },
  val_acc: { label: 'Accuracy on rows not trained on →', domain: [0, 1] },
} as const;

/** What becomes of the last hidden layer while networks of several regimes are trained, a panel a measure. */
export function trainingFigure(
  rows: readonly NetworkRow[],
  regimes: Series,
  { against, shown }: TrainingSettings,
  width: number,
): Drawing {
  const plot = panels(width, {
    legend: regimes.legend(),
    draw: (panel, narrow) => {
      const { color, symbol } = regimes.scales();
      return measures[shown].map(({ measure, label }, at, all) =>
        Plot.plot({
          ...figureStyle,
          width: panel,
          height: 280,
          grid: true,
          color,
          symbol: { ...symbol, legend: false },
          x: panelPlace(at, all.length, narrow ? 1 : 2).foot
            ? axes[against]
            : { ...axes[against], label: null },
          y: { label: `↑ ${label}`, zero: true, nice: true },
          marks:
            against === 'val_acc'
              ? paths(rows, regimes, measure)
              : [courses(rows, { x: against, y: measure, by: 'regime', series: regimes })],
        }),
      );
    },
  });
  const [learning] = regimes.ids;
  return { plot, title: titles[shown](rows.filter(({ regime }) => regime === learning)) };
}

/** The mean over networks of a measure: before training, at its highest, and after it. */
interface Course {
  readonly first: number;
  readonly highest: number;
  readonly last: number;
}

function courseOf(rows: readonly NetworkRow[], measure: Measure): Course {
  const means = sort(
    rollups(
      rows,
      (own) => mean(own, (row) => row[measure]) ?? NaN,
      ({ epoch, step }) => epoch ?? step!,
    ),
    ([time]) => time,
  ).map(([, value]) => value);
  return { first: means[0], highest: Math.max(...means), last: means[means.length - 1] };
}

/** By what share of its height a course may end below it and still be said to rise. */
const wavering = 0.05;

/** `rises from 1.5 to 4.9`, `falls from …`, or `rises from 0.4 to 2.1 and falls back to 0.3`. */
function told({ first, highest, last }: Course): string {
  const [from, top, to] = [first, highest, last].map((value) => decimals(value, 1));
  if (highest - last <= wavering * (highest - first)) return `rises from ${from} to ${to}`;
  if (highest - first <= wavering * (highest - last)) return `falls from ${from} to ${to}`;
  return `rises from ${from} to ${top} and falls back to ${to}`;
}

/** What becomes of the measures in networks that learn. */
const titles: Readonly<Record<ShownMeasure, (learning: readonly NetworkRow[]) => string>> = {
  entropy: (learning) => bothWays('entropy', courseOf(learning, 'dse'), courseOf(learning, 'dse_unit')),
  labels: (learning) =>
    bothWays('information about labels', courseOf(learning, 'dsmi_y'), courseOf(learning, 'dsmi_y_unit')),
  inputs: (learning) =>
    `Where networks learn, information about inputs ${told(courseOf(learning, 'dsmi_x'))} bits, and the mean length of the layer’s vectors ${told(courseOf(learning, 'norm'))}.`,
};

/** `Where networks learn, entropy rises from 1.5 to 4.9 bits; once the layer is rescaled to a constant size, it falls …` */
function bothWays(what: string, measured: Course, rescaled: Course): string {
  return `Where networks learn, ${what} ${told(measured)} bits; once the layer is rescaled to a constant size, it ${told(rescaled)}.`;
}

type Measure = (typeof measures)[ShownMeasure][number]['measure'];

/** A measure against accuracy: a path a network, a symbol a time. */
function paths(rows: readonly NetworkRow[], regimes: Series, measure: Measure): Plot.Markish[] {
  const place = { x: 'val_acc', y: measure, by: 'regime', series: regimes } as const;
  const several = new Set(rows.map(({ seed }) => seed)).size > 1;
  return [
    lines(rows, { ...place, z: 'seed', ...(several ? { strokeOpacity: 0.4, strokeWidth: 1.25 } : {}) }),
    dots(rows, { ...place, r: 2.5, strokeWidth: 1.75 }),
  ];
}
