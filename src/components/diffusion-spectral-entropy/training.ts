import * as Plot from '@observablehq/plot';
import { extent, mean } from 'd3-array';
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
  /** As the paper measures, or with Z scaled to a mean distance of 1. */
  readonly scale: 'raw' | 'unit';
  /** Number of the seed that is shown alone; `null` for all, and their mean. */
  readonly seed: number | null;
}

const measures = {
  raw: [
    { measure: 'dse', label: 'DSE of the layer (bits)' },
    { measure: 'dsmi_y', label: 'DSMI with the labels (bits)' },
    { measure: 'dsmi_x', label: 'DSMI with the inputs (bits)' },
    { measure: 'norm', label: 'Mean length of the layer’s vectors' },
  ],
  unit: [
    { measure: 'dse_unit', label: 'DSE, rescaled (bits)' },
    { measure: 'dsmi_y_unit', label: 'DSMI with the labels, rescaled (bits)' },
  ],
} as const;

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
  { against, scale, seed }: TrainingSettings,
  width: number,
): Drawing {
  const chosen = rows.filter((row) => seed === null || row.seed === seed);
  const plot = panels(width, {
    legend: regimes.legend(),
    draw: (panel, narrow) => {
      const { color, symbol } = regimes.scales();
      return measures[scale].map(({ measure, label }, at, all) =>
        Plot.plot({
          ...figureStyle,
          width: panel,
          height: 260,
          grid: true,
          color,
          symbol: { ...symbol, legend: false },
          x: panelPlace(at, all.length, narrow ? 1 : 2).foot
            ? axes[against]
            : { ...axes[against], label: null },
          y: { label: `↑ ${label}`, zero: true, nice: true },
          marks:
            against === 'val_acc'
              ? paths(chosen, regimes, measure)
              : [courses(chosen, { x: against, y: measure, by: 'regime', series: regimes })],
        }),
      );
    },
  });
  const [learning] = regimes.ids;
  const own = chosen.filter(({ regime }) => regime === learning);
  return { plot, title: scale === 'raw' ? asMeasured(own) : rescaled(own) };
}

/** The means of a measure before training and after it. */
function endsOf(rows: readonly NetworkRow[], measure: Measure): readonly [number, number] {
  const time = ({ epoch, step }: NetworkRow) => epoch ?? step!;
  const [first, last] = extent(rows, time) as [number, number];
  const at = (when: number) =>
    mean(
      rows.filter((row) => time(row) === when),
      (row) => row[measure],
    ) ?? NaN;
  return [at(first), at(last)];
}

const course = ([first, last]: readonly [number, number]) =>
  `from ${decimals(first, 1)} to ${decimals(last, 1)}`;
const rises = ([first, last]: readonly [number, number]) => (last > first ? 'rises' : 'falls');

/** What becomes of the entropy, and of the vectors that it is taken from, in networks that learn. */
function asMeasured(learning: readonly NetworkRow[]): string {
  const [entropy, length] = (['dse', 'norm'] as const).map((measure) => endsOf(learning, measure));
  return `Where networks learn, DSE ${rises(entropy)} ${course(entropy)} bits, as the layer’s vectors go ${course(length)} in length.`;
}

function rescaled(learning: readonly NetworkRow[]): string {
  const entropy = endsOf(learning, 'dse_unit');
  return `Where networks learn, DSE ${rises(entropy)} ${course(entropy)} bits once the layer is rescaled to a constant size.`;
}

type Measure = (typeof measures)['raw' | 'unit'][number]['measure'];

/** A measure against accuracy: a path a network, a symbol a time. */
function paths(rows: readonly NetworkRow[], regimes: Series, measure: Measure): Plot.Markish[] {
  const place = { x: 'val_acc', y: measure, by: 'regime', series: regimes } as const;
  const several = new Set(rows.map(({ seed }) => seed)).size > 1;
  return [
    lines(rows, { ...place, z: 'seed', ...(several ? { strokeOpacity: 0.4, strokeWidth: 1.25 } : {}) }),
    dots(rows, { ...place, r: 2.5, strokeWidth: 1.75 }),
  ];
}
